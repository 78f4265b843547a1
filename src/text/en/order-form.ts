import { formatsFor } from '../format.ts'
import type { orderForm as nb } from '../nb/order-form.ts'
import { form as contact } from './contact-form.ts'

const { list } = formatsFor('en')

const number = {
  hint: 'Nine digits. The number of the legal entity, not of a sub-unit.',
  placeholder: '123 456 785',
}
const name = { placeholder: 'Kari Nordmann' }
const email = { placeholder: 'kari@etat.no' }
const phone = { hint: 'Foreign numbers begin with +.', placeholder: '40 00 00 00' }
const testEmail = {
  ...email,
  hint: 'The Brønnøysund Register Centre may send its answer here, so choose an address that is read.',
}

/** Words of the fields of an order (brreg.md 2), their faults and warnings. */
export const orderForm: typeof nb = {
  titles: { direct: 'Direct access', fictional: 'Fictional customer', existing: 'Existing customer' },
  submit: 'Look it over',
  intro: {
    direct:
      'Your organisation applies for access for itself, in test and production. Nothing is sent before you have seen the whole mail.',
    fictional:
      'The Brønnøysund Register Centre makes a fictional company that you delegate from yourselves. Nothing is sent before you have seen the whole mail.',
    existing:
      'The customer has, or gets, direct access of its own. Nothing is sent before you have seen the whole mail.',
  },
  warning: {
    fictional:
      'A fictional company works in the test environment only. Production needs a real customer who delegates, and suppliers can’t order production.',
    existing:
      'The customer’s own access must be confirmed before the order can be sent. Suppliers can’t order production: the customer delegates it in Altinn.',
  },
  parts: {
    company: 'The organisation',
    supplier: 'You as the supplier',
    customer: 'The customer',
    testContact: 'Test contact',
    productionContact: 'Production contact',
    supplierContact: 'Your contact for the test',
    customerContact: 'The customer’s contact for the test',
    basis: 'Legal basis',
    more: 'Finally',
  },
  fields: {
    organisation_number: { label: 'The organisation’s number', ...number },
    organisation_name: { label: 'The organisation’s name', hint: 'Left empty: the name in the register.' },
    test_contact_name: { label: 'Name of the test contact', ...name },
    test_contact_email: { label: 'E-mail address of the test contact', ...testEmail },
    test_contact_phone: { label: 'Phone number of the test contact', ...phone },
    same_contact: {
      label: 'Is it the same person?',
      hint: 'Leave the next three fields empty then. The mail has both.',
      options: { yes: { label: 'The same person as the test contact' } },
    },
    production_contact_name: { label: 'Name of the production contact', ...name },
    production_contact_email: { label: 'E-mail address of the production contact', ...email },
    production_contact_phone: { label: 'Phone number of the production contact', ...phone },
    legal_basis: {
      label: 'Which legal basis for extended access does the organisation come under?',
      hint: 'The Brønnøysund Register Centre decides whether it holds.',
      options: {
        offentlig: { label: 'Public authority', description: 'Regulation § 3-11 first paragraph' },
        rapporteringspliktig: {
          label: 'Reporting duty',
          description: 'Money Laundering Act § 4 first para. letters a, b, c, e, g, h–k, n, o',
        },
        'rapporteringspliktig.begrenset': {
          label: 'Reporting duty, limited',
          description: 'Money Laundering Act § 4 first para. letters d, f, l, m',
        },
        media: { label: 'Media', description: 'Regulation § 3-11 second to fourth paragraph' },
        sivilsamfunnsorganisasjon: { label: 'Civil-society organisation' },
        hoeyereutdanningsinstitusjon: { label: 'Higher-education institution' },
        other: { label: 'Something else, or we are not sure', description: 'Explain in your own words below' },
      },
    },
    legal_basis_letter: {
      label: 'Letter in the Money Laundering Act (hvitvaskingsloven) § 4 first paragraph',
      hint: 'For entities with a reporting duty only. The act: lovdata.no/lov/2018-06-01-23/§4',
      placeholder: 'Choose a letter',
      options: {
        a: { label: 'Letter a' },
        b: { label: 'Letter b' },
        c: { label: 'Letter c' },
        d: { label: 'Letter d (limited)' },
        e: { label: 'Letter e' },
        f: { label: 'Letter f (limited)' },
        g: { label: 'Letter g' },
        h: { label: 'Letter h' },
        i: { label: 'Letter i' },
        j: { label: 'Letter j' },
        k: { label: 'Letter k' },
        l: { label: 'Letter l (limited)' },
        m: { label: 'Letter m (limited)' },
        n: { label: 'Letter n' },
        o: { label: 'Letter o' },
      },
    },
    legal_basis_text: {
      label: 'Explanation of the legal basis',
      hint: 'In Norwegian, when you chose “Something else, or we are not sure”: who you are, and what you will use the information for. 10 to 500 characters.',
    },
    supplier_organisation_number: { label: 'The system supplier’s organisation number', ...number },
    supplier_name: { label: 'The system supplier’s name', hint: 'Left empty: the name in the register.' },
    supplier_test_contact_name: { label: 'Name of your test contact', ...name },
    supplier_test_contact_email: { label: 'E-mail address of your test contact', ...testEmail },
    supplier_test_contact_phone: { label: 'Phone number of your test contact', ...phone },
    customer_unit: {
      label: 'Find the customer by name',
      hint: 'Type at least three letters. If you know the number, write it in the next field instead.',
      placeholder: 'The customer’s name',
    },
    customer_organisation_number: {
      label: 'The customer’s organisation number',
      hint: 'Nine digits. Empty if you found the customer above.',
      placeholder: number.placeholder,
    },
    customer_name: { label: 'The customer’s name', hint: 'Left empty: the name in the register.' },
    customer_test_contact_name: { label: 'Name of the customer’s contact for the test', ...name },
    customer_test_contact_email: {
      label: 'E-mail address of the customer’s contact for the test',
      hint: 'Ask the person first: name, address and number are sent to the Brønnøysund Register Centre.',
      placeholder: 'ola@kunde.no',
    },
    customer_test_contact_phone: { label: 'Phone number of the customer’s contact for the test', ...phone },
    remark: {
      label: 'Anything else that the Brønnøysund Register Centre should know',
      hint: 'Comes as a paragraph of its own in the mail, so write it in Norwegian. Never write a national identity number here.',
    },
    production_data_consent: {
      label: 'Real information in the test environment',
      options: { yes: { label: 'I accept it' } },
    },
  },
  consent: {
    fictional: 'I accept it on behalf of the organisation',
    existing: 'I accept it, and the customer has said yes to it',
  },
  readIn: ({ companies }) =>
    `To set up the test, the Brønnøysund Register Centre reads real information (production data) about ${list(companies)} into Altinn’s test environment TT02.`,
  yourself: 'the supplier',
  theCustomer: 'the customer',
  notes: {
    last: 'The fields are filled in from your last order. See that all of it is still right.',
    meanwhile:
      'Somebody else changed the order while you were writing. What you wrote stands here. Send once more if that is what is to count.',
    'register-down':
      'The register of companies does not answer now, so names and numbers are not checked there. You can go on all the same.',
  },
  fixed: 'The number is your own organisation’s and can’t be replaced.',
  personal:
    'Contact details are personal data. They are sent by mail to a public body, and the mail may be open to public access.',
  found: {
    more: ({ shown, total }) => `${shown} of ${total} hits. Type more to find the right one.`,
    all: ({ total }) => `${total} ${total === 1 ? 'hit' : 'hits'}`,
  },
  faults: {
    required: 'The field must be filled in.',
    'number-form':
      'This is no organisation number: it has nine digits, and the last must agree with the others. Look for a misprint.',
    'number-synthetic':
      'The number is fictional (it begins with 2 or 3). The Brønnøysund Register Centre needs a real company here, with a number that begins with 8 or 9.',
    'not-own':
      'You can only order for your own organisation. Put the number back, or switch organisation with /portvakt whoami.',
    'same-company':
      'Customer and supplier are the same company. Choose another customer. If you are to read for yourselves, order direct access.',
    'two-customers': 'The number is another one than that of the customer you found by name. Empty one of the fields.',
    deleted: 'The company is deleted in the register. Use the number of whoever took over.',
    removed:
      'The number was taken out of the register’s open data for legal reasons, so we can’t use it. Ask the Brønnøysund Register Centre: opendata@brreg.no',
    'not-found': 'The register of companies does not know the number. Look for a misprint.',
    'sub-unit': ({ instead }) =>
      instead === null
        ? 'This is a sub-unit (bedrift). Use the number of the main unit: access and delegation belong to the legal entity.'
        : `This is a sub-unit (bedrift). Use the main unit ${instead}: access and delegation belong to the legal entity.`,
    'company-length': 'The name must have 1 to 180 characters.',
    'company-characters':
      'The name has characters that don’t work. Use letters, digits and common punctuation, on one line.',
    'letter-missing': 'Choose which letter of § 4 first paragraph applies. It decides which access you get.',
    'letter-other': ({ basis }) =>
      basis === null
        ? 'The letter belongs to another legal basis. Change the letter or the legal basis.'
        : `The letter belongs to “${basis}”. Change the legal basis to that, or choose another letter.`,
    'text-missing': 'Explain the legal basis in a few words, at least 10 characters.',
    'text-length': 'The explanation must have 10 to 500 characters.',
    'remark-length': 'The text is too long. Use at most 1000 characters.',
    'national-number':
      'This looks like a national identity number or a D-number. It never belongs in an order. Take it out.',
    consent:
      'Without this the Brønnøysund Register Centre can’t set up the test. Tick the box if you accept it, or cancel the order.',
    other: 'This can’t be used. Write it again.',
    names: { ...contact.faults.name, digits: 'A name has no digits. Write a person’s name.' },
    emails: { ...contact.faults.email, 'not-one': 'Write one address, not several.' },
    phones: {
      ...contact.faults.phone,
      'same-digits': 'All digits are the same. Write a number that the person answers.',
    },
  },
  warnings: {
    'name-differs': ({ registered }) => `In the register the company is called ${registered}.`,
    bankrupt: 'The company is bankrupt. The Brønnøysund Register Centre decides whether it can have access.',
    'winding-up': 'The company is being wound up. The Brønnøysund Register Centre decides whether it can have access.',
    unverified: 'Not checked in the register, which did not answer. Look closely at number and name.',
    synthetic: 'The number is fictional and not in the register.',
    'short-name': 'The name is very short. See that it is right.',
    'special-phone': 'It is a special number (8xx), which not everybody can call.',
    switchboard: 'The number goes to a switchboard. The person should be reachable directly.',
    'free-mail': 'The address is at an open mail service. The Brønnøysund Register Centre sends the access there.',
    'other-domain': 'The address has another domain than the company’s.',
    'brreg-mail': 'The address is at the Brønnøysund Register Centre itself. Write that of your own contact.',
    'same-person': 'You and the customer have the same contact person. Is that meant?',
    duplicate: ({ ids }) => `You already have an order for the same that is not finished: ${list(ids)}. Send one only.`,
    'already-granted': ({ id }) =>
      `You were given this already (${id}). The Brønnøysund Register Centre has the information, and you need not send it again.`,
  },
}
