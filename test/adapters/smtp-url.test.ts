import { describe, expect, it } from 'vitest'
import { domainOfSender, readAddress, readSender } from '../../src/adapters/smtp-address.ts'
import { readSmtpUrl } from '../../src/adapters/smtp-url.ts'

describe('SMTP_URL', () => {
  it.each([
    ['smtp://mail.example.no', { host: 'mail.example.no', port: 587, secure: false, requireTLS: false }],
    ['smtp://mail.example.no:25', { port: 25 }],
    ['smtps://mail.example.no', { port: 465, secure: true }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
    ['smtp://a%40b:p%3A%2F@mail.example.no', { auth: { user: 'a@b', pass: 'p:/' } }],
    ['smtp://mail.example.no?name=bot.example.no', { name: 'bot.example.no' }],
    ['smtp://mail.example.no?tls.rejectUnauthorized=false', { tls: { rejectUnauthorized: false } }],
  ])('%s is understood', (url, expected) => expect(readSmtpUrl(url)).toMatchObject(expected))

  it.each([
    ['smtp://u:p@mail.example.no', true],
    ['smtp://mail.example.no', false],
    ['smtp://u:p@127.0.0.1:2525', false],
    ['smtp://u:p@[::1]:2525', false],
    ['smtp://u:p@mail.example.no?requireTLS=false', false],
    ['smtp://u:p@mail.example.no?ignoreTLS=true', false],
    ['smtp://mail.example.no?requireTLS=true', true],
  ])('%s demands TLS: %s', (url, demanded) => expect(readSmtpUrl(url).requireTLS).toBe(demanded))

  it.each([
    'mail.example.no',
    'https://mail.example.no',
    'smtp://',
    'smtp://u:s3cretword@mail.example.no?logger=true',
    'smtp://u:s3cretword@mail.example.no?disableFileAccess=false',
    'smtp://u:s3cretword@mail.example.no?requireTLS=maybe',
    'smtp://u:s3cretword%ff@mail.example.no',
  ])('%s is refused, and the password is not repeated', (url) => {
    expect(() => readSmtpUrl(url)).toThrow(/^SMTP_URL (?!.*s3cretword)/)
  })
})

describe('an address', () => {
  it.each([
    ['kari@example.no', 'kari@example.no'],
    ['Kari.Nordmann+drift@Example.NO', 'Kari.Nordmann+drift@example.no'],
    ['post@blåbær.no', 'post@xn--blbr-roah.no'],
  ])('%s is one', (typed, address) => expect(readAddress(typed)).toBe(address))

  it.each([
    '',
    'kari',
    'kari@',
    '@example.no',
    'kari@localhost',
    'kari@[127.0.0.1]',
    'kari@example.no,ola@example.no',
    'kari@example.no ola@example.no',
    'Kari <kari@example.no>',
    '"kari@example.com"@example.no',
    'kari@ola@example.no',
    'kari(x)@example.no',
    ' kari@example.no',
    'kari@example.no\n',
    'kari@example.no\r\nBcc: ola@example.no',
    'kåre@example.no',
    `${'a'.repeat(65)}@example.no`,
    `kari@${'a.'.repeat(120)}example.no`,
  ])('%j is none', (typed) => expect(readAddress(typed)).toBeNull())
})

describe('MAIL_FROM', () => {
  it.each([
    ['portvakt@example.no', { name: '', address: 'portvakt@example.no' }],
    ['Portvakt <portvakt@example.no>', { name: 'Portvakt', address: 'portvakt@example.no' }],
    ['"Portvakt, drift" <portvakt@Example.no>', { name: 'Portvakt, drift', address: 'portvakt@example.no' }],
  ])('%s is understood', (from, sender) => {
    expect(readSender(from)).toEqual(sender)
    expect(domainOfSender(from)).toBe('example.no')
  })

  it.each(['', 'Portvakt', 'Portvakt <>', 'a@example.no, b@example.no', 'Port\r\nvakt <portvakt@example.no>'])(
    '%j is refused',
    (from) => expect(() => readSender(from)).toThrow('MAIL_FROM is not an e-mail address'),
  )
})
