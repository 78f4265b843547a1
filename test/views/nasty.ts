/** What people and registers write when they are at their worst. */
export const nasty = {
  channel: '<!channel> & <https://evil.example|Digdir> *bold* `code` @here',
  emoji: '👩‍👩‍👧‍👦🇳🇴'.repeat(40),
  rtl: '\u202Eمرحبا بالعالم\u202C',
  sami: 'Guovdageainnu suohkan, Kárášjoga gielda, Raarvihke Njaarke, ÆØÅ',
  long: '<&>'.repeat(1000),
  name: `${'<!channel>&`*_~'.repeat(18)}`.slice(0, 250),
}
