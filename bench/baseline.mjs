import { App } from '@slack/bolt'

/** The baseline: a bare Bolt app over its own HTTP receiver that acknowledges `/client` and does nothing else. */
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
  customRoutes: [
    {
      path: '/readyz',
      method: 'GET',
      handler: (_request, response) => {
        response.writeHead(200).end()
      },
    },
  ],
})

app.command('/client', async ({ ack }) => {
  await ack()
})

await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' })
