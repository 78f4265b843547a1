import { SMTPServer } from 'smtp-server'

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    stream.on('end', () => done())
    stream.resume()
  },
})
// a sender that goes away ends nobody's run
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => process.send?.(server.server.address().port))
