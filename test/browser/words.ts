import { textFor } from '../../src/text/index.ts'

/** The words that a newcomer reads and presses, out of the bot's own texts. */
export const wordsIn = (language: 'nb' | 'en') => {
  const t = textFor(language)
  return {
    t,
    person: language === 'nb' ? 'U0KARI' : 'U0OLIVER',
    continue: t.common.continue,
    name: t.forms['client-new-details'].client_name.label,
    description: t.forms['client-new-details'].description.label,
    redirectUris: t.forms['client-new-details'].redirect_uris.label,
    postLogoutUris: t.forms['client-new-details'].post_logout_redirect_uris.label,
    create: t.client.details.submit,
    created: t.client.created.title,
    confirmName: t.forms['client-deactivate'].confirm_name.label,
  }
}
