/** The joint picture of the exercise: 61 country rows, 100 arrests with their suspects, 100 assets. */
export const PICTURE_QUERY = `{
  operation(code: "interpol/exercise-mosaic") {
    name
    arrestTally { status count byCountry { country { code name } count } }
    arrests(first: 100) { edges { node {
      id reference day country { code name } crimeType { code label } role { code label } originator { code name }
      handling { tlp codes } suspect { name nameOriginal aliases birthDate } withheld { field reason } } } }
    assets(first: 100) { edges { node {
      id reference day country { code name } kind { code label } quantity value { amount currency { code } network { code } }
      custodyState { code label } originator { code name } handling { tlp codes } } } }
  }
}`;

/** What officers ask besides: lists, tallies in one and two dimensions, groups, figures. */
export const OTHER_QUERIES: readonly string[] = [
  '{ operations(first: 50) { edges { node { code name countryCount { value } reportedFigures(first: 20) { edges { node { value measure { label } } } } } } } }',
  '{ operation(code: "interpol/exercise-mosaic") { rescueTally { count byCountry { country { code } count } byCode { term { code } count } } rescues(first: 100) { edges { node { id day person { name } } } } } }',
  '{ operation(code: "interpol/exercise-mosaic") { assetTally { count byKind { term { code } count } sums { amount currency { code } network { code } } } } }',
  '{ operation(code: "interpol/exercise-mosaic") { participations(first: 100) { edges { node { organisation { code name } role } } } criminalGroups(first: 10) { edges { node { name cells { name country { name } } members(first: 50) { edges { node { id role { code } } } } } } } } }',
  '{ arrests(first: 100, filter: { crimeType: "ROMANCE_SCAM" }) { edges { node { id suspect { name } } } } }',
  '{ arrests(first: 100, orderBy: SUSPECT_NAME_ASC) { edges { node { id suspect { name } } } } }',
  '{ agencies(first: 100) { edges { node { code name } } } codeLists { name terms { code label } } }',
];
