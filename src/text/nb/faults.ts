import { cut, formatsFor } from '../format.ts'
import type { FaultFacts, FaultWords } from '../wording.ts'

const { number } = formatsFor('nb')

const at = ({ line }: FaultFacts): string => (line === undefined ? '' : `Linje ${line}: `)
const max = ({ limit }: FaultFacts, standard: number): string => number(limit ?? standard)
const scope = ({ value }: FaultFacts): string => (value === undefined ? 'Scopet' : `«${cut(value, 50)}»`)

export const faults: FaultWords = {
  required: () => 'Feltet må fylles ut.',
  'too-long': (facts) => `${at(facts)}For langt. Kort ned til høyst ${max(facts, 2000)} tegn.`,
  'too-many': (facts) => `For mange. Behold høyst ${max(facts, 100)}.`,
  'control-character': () => 'Her er det usynlige tegn. Skriv teksten inn for hånd i stedet for å lime den inn.',
  'type-not-offered': () => 'Denne typen kan ikke lages fra Slack. Velg ID-porten eller Maskinporten.',
  'application-not-for-type': () => 'Passer ikke til klienttypen. Velg «På en server».',
  'auth-not-for-application': () =>
    'Passer ikke til der klienten kjører. Velg nøkkel eller hemmelighet på en server, og «Ingen» i nettleser eller app.',
  'uri-malformed': (facts) =>
    `${at(facts)}Ikke en gyldig adresse. Skriv den helt ut, som https://tjeneste.etat.no/callback.`,
  'uri-character': (facts) =>
    `${at(facts)}Adressen har tegn som ikke går. Bruk bare a–z, tall og vanlige URL-tegn; æ, ø og å må kodes.`,
  'uri-wildcard': (facts) => `${at(facts)}Stjerne (*) går ikke. Skriv hver adresse helt ut, én på hver linje.`,
  'uri-scheme': (facts) => `${at(facts)}Denne typen adresse går ikke her. Skriv en som begynner med https://.`,
  'uri-credentials': (facts) =>
    `${at(facts)}Adressen kan ikke ha brukernavn eller passord. Ta bort det som står foran @.`,
  'uri-fragment': (facts) => `${at(facts)}Adressen kan ikke ha #. Ta bort # og det som står bak.`,
  'uri-https-needed': (facts) => `${at(facts)}I produksjon må adressen begynne med https://.`,
  'uri-localhost-https': (facts) => `${at(facts)}En localhost-adresse må begynne med http://, ikke https://.`,
  'uri-localhost-in-prod': (facts) =>
    `${at(facts)}localhost går ikke i produksjon. Skriv adressen der tjenesten ligger.`,
  'uri-duplicate': (facts) => `${at(facts)}Adressen står der fra før. Ta bort den ene.`,
  'logout-other-domain': () => 'Adressen må ligge på samme domene som en av redirect-adressene.',
  'scope-none': () => 'Velg minst ett scope.',
  'scope-openid-missing': () => 'En klient for innlogging må ha scopet openid. Legg det til.',
  'scope-malformed': (facts) => `${scope(facts)} er ikke et gyldig scope. Velg et fra listen.`,
  'scope-not-for-type': (facts) => `${scope(facts)} kan ikke brukes av denne klienttypen. Ta det bort.`,
  'scope-not-offered': (facts) =>
    `Dere har ikke tilgang til ${scope(facts)}. Ta det bort, eller be den som eier API-et om tilgang.`,
  'number-malformed': () => 'Skriv et helt antall sekunder, for eksempel 3600.',
  'number-too-small': (facts) => `For lite. Skriv minst ${max(facts, 1)}.`,
  'number-too-large': (facts) => `For mye. Skriv høyst ${max(facts, 86_400)}.`,
  'refresh-below-access': (facts) =>
    `Må vare minst like lenge som tilgangstokenet: ${max(facts, 0)} sekunder eller mer.`,
  'authorization-below-refresh': (facts) =>
    `Økten må vare minst like lenge som tokenene: ${max(facts, 0)} sekunder eller mer.`,
  'pkce-needed': () => 'PKCE er påkrevd for denne klienten. Velg S256.',
  'choice-unknown': () => 'Dette valget finnes ikke. Velg et annet fra listen.',
  'key-not-for-method': () =>
    'Klienten bruker ikke nøkkel slik den er satt opp. Tøm feltet, eller velg private_key_jwt.',
  'key-private': () =>
    'STOPP: PRIVAT nøkkel! Den er ikke lagret eller sendt. Har andre sett den, er den lekket. Lim inn svaret på: openssl rsa -in privat.pem -pubout',
  'key-garbage': () =>
    'Dette er ikke en offentlig nøkkel vi kan lese. Lim inn hele JWK-en eller PEM-filen, med alle linjene.',
  'key-not-rsa': () => 'Bare RSA-nøkler går. Lag en ny: openssl genrsa -out privat.pem 2048',
  'key-too-short': () => 'Nøkkelen er for kort. Lag en ny på minst 2048 bit: openssl genrsa -out privat.pem 2048',
  'key-bad-kid': () =>
    'Nøkkelens kid kan bare ha a–z, A–Z, tall, punktum, bindestrek og understrek. Rett den, eller ta den bort.',
  'key-bad-alg': () =>
    'Nøkkelen må være til signering (use: sig) med RS256, RS384 eller RS512. Rett alg og use, eller ta dem bort.',
  'key-certificate': () =>
    'Dette er et sertifikat. Lim inn nøkkelen i det, den får du slik: openssl x509 -in sertifikat.pem -pubkey -noout',
  'key-several': () => 'Her er det flere nøkler. Lim inn én; flere legger du til etterpå.',
}
