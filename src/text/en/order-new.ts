import type { orderNew as nb } from '../nb/order-new.ts'

/** Words of the questions that lead to the right order (brreg.md 1). */
export const orderNew: typeof nb = {
  title: 'Order test access',
  submit: 'Continue',
  intro:
    'Here you order access to read from the Register of Beneficial Owners at the Brønnøysund Register Centre. Answer the questions, and we find the right order.',
  production:
    'A system supplier can’t order access to production. The customer orders it for itself, and passes it on to the supplier in Altinn.',
  machine: 'The access is machine to machine. The register has no web page to search in.',
  fields: {
    purpose: {
      label: 'What are you going to do?',
      options: {
        read: { label: 'Read from the register', description: 'Look up who owns or controls a company' },
        report: { label: 'Report to the register', description: 'Register beneficial owners by machine' },
        other: { label: 'Something else at the register centre', description: 'Another register or API' },
      },
    },
    own_right: {
      label: 'Does your organisation itself have the right to read, for this purpose?',
      hint: 'Public authorities, those with a reporting duty under the Money Laundering Act, media, civil society and higher education may have it.',
      options: {
        yes: { label: 'Yes', description: 'We read for ourselves' },
        no: { label: 'No, we are a supplier', description: 'We build the system for others who have the right' },
      },
    },
    wants: {
      label: 'What do you need access to?',
      options: {
        test: { label: 'The test environment', description: 'To build and try out the integration' },
        production: { label: 'Production', description: 'To read real information for a customer' },
      },
    },
    customer_willing: {
      label: 'Have you a customer who will take part in the test?',
      hint: 'The customer must order direct access for itself first, and later pass it on to you in Altinn.',
      options: {
        yes: { label: 'Yes', description: 'The customer has been asked' },
        no: { label: 'No, not yet', description: 'We want to begin without one' },
      },
    },
    order_kind: {
      label: 'Order',
      hint: 'If you choose none here, we use the one that we recommend.',
      options: {
        direct: { label: 'Direct access', description: 'Your organisation has the right to read: test and production' },
        fictional: { label: 'Supplier, fictional customer', description: 'Test only, without a customer taking part' },
        existing: { label: 'Supplier, existing customer', description: 'Test together with a customer who has access' },
      },
    },
  },
  recommended: ({ kind }) => `We recommend: ${kind}`,
  why: {
    'own-right':
      'Your organisation reads for itself, and orders test and production in one mail. If a supplier is to build the system, ask it first: it may do its testing by itself, and then you need no test access.',
    'customer-willing':
      'The customer has, or gets, access of its own and passes it on to you. The order is for test. Afterwards the customer can give you production in the same way, without a new order.',
    'no-customer':
      'The Brønnøysund Register Centre makes a fictional company in the test environment, which you delegate from yourselves. It is the shortest way to a test, but it never leads to production.',
    'production-by-customer':
      'You can’t order production. The customer orders direct access for itself, in test and production, and delegates it to you in Altinn. This order is for the test together with the customer.',
  },
  stop: {
    report: {
      what: 'Reporting to the register is not ordered.',
      next: 'Reporting by machine goes through Altinn. The user logs in with ID-porten, with the scopes openid, altinn:instances.read and altinn:instances.write. Altinn’s system users and enterprise users can’t be used. Questions about the register:',
    },
    other: {
      what: 'Here you order access to the Register of Beneficial Owners only.',
      next: 'Ask for access to other APIs of the Brønnøysund Register Centre here:',
      open: 'The Central Coordinating Register (Enhetsregisteret) and other open data need no access. Questions about them:',
    },
  },
  faults: {
    purpose: 'This is not ordered here. See the explanation above, or choose “Read from the register”.',
    order_kind: 'Answer the questions, or choose an order here.',
  },
}
