import { isCalendarDay } from '../../../shared/calendar/calendar-day.js';
import type { Label } from '../../../shared/handling/label.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { partHandlingFromInput, refusePartHandling } from '../../../shared/record/part-handling.js';
import type { PartHandling } from '../../../shared/record/record-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { PersonIdentityInput } from './person.input.js';
import type { PersonRecord } from './person.record.js';

/** An identity with its own handling, or that of its record. */
export function identityFromInput(
  runtime: Pick<SubgraphRuntime, 'directory' | 'visible' | 'clock'>,
  viewer: Viewer,
  recordLabel: Label,
  input: PersonIdentityInput,
  path: string,
  issues: InputIssues,
): PartHandling & { readonly value: PersonRecord } {
  return { value: personFromInput(input, path, issues), ...partHandlingFromInput(runtime, viewer, recordLabel, input, path, issues) };
}

export function personFromCorrection(input: PersonIdentityInput, path: string, issues: InputIssues): PersonRecord {
  refusePartHandling(input, path, issues);
  return personFromInput(input, path, issues);
}

function personFromInput(input: PersonIdentityInput, path: string, issues: InputIssues): PersonRecord {
  issues.text(`${path}.name`, input.name);
  if (input.nameOriginal) issues.text(`${path}.nameOriginal`, input.nameOriginal);
  issues.texts(`${path}.aliases`, input.aliases);
  if (input.birthDate && !/^\d{4}$/.test(input.birthDate) && !isCalendarDay(input.birthDate)) {
    issues.add(`${path}.birthDate`, 'Write a birth date as YYYY-MM-DD or a birth year as YYYY.');
  }
  issues.countries(`${path}.nationalities`, input.nationalities);
  for (const [index, document] of issues.atMost(`${path}.documents`, input.documents).entries()) {
    const at = `${path}.documents[${String(index)}]`;
    issues.code(`${at}.type`, 'documentType', document.type);
    if (document.country) issues.country(`${at}.country`, document.country);
    issues.text(`${at}.number`, document.number);
  }
  if (input.sex && !['F', 'M', 'X'].includes(input.sex)) issues.add(`${path}.sex`, 'Use F, M or X (ICAO 9303), or leave it out.');
  return {
    name: input.name,
    nameOriginal: input.nameOriginal ?? null,
    aliases: [...input.aliases],
    birthDate: input.birthDate ?? null,
    nationalities: [...input.nationalities],
    documents: input.documents.map(({ type, country, number }) => ({ type, country: country ?? null, number })),
    sex: input.sex ?? null,
  };
}
