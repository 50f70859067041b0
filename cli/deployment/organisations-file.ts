import { z } from 'zod';
import { TLP_LEVELS } from '../../shared/handling/label.js';
import { findCountry } from '../../shared/reference/countries.js';
import { codesOf, isKnownCode } from '../../shared/reference/code-lists.js';
import { ROLES } from '../../shared/viewer/viewer.js';
import type { AgencyEntry } from '../../subgraphs/agencies/agency/agency.service.js';

const organisationSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, with hyphens').max(60),
  name: z.string().min(1).max(200),
  nameLocal: z.string().min(1).max(200).nullable().default(null),
  class: z.enum(['AUTHORITY', 'COORDINATING_BODY', 'INSTITUTION']),
  kind: z.string().refine((kind) => isKnownCode('agencyKind', kind), `must be one of ${codesOf('agencyKind').join(', ')}`),
  country: z.string().refine((code) => findCountry(code) !== undefined, 'must be an ISO 3166 code of two letters, or null').nullable(),
  ncb: z.boolean(),
  suspended: z.boolean().default(false),
  suspendedSubjects: z.array(z.string().regex(/\|/, 'must be "issuer|sub"')).default([]),
  purposes: z.array(z.string().refine((purpose) => isKnownCode('purpose', purpose), `must be one of ${codesOf('purpose').join(', ')}`)),
  roles: z.array(z.enum(ROLES)),
  maxTlp: z.enum(TLP_LEVELS),
  succeededBy: z.string().min(1).nullable().default(null),
  tlp: z.enum(TLP_LEVELS),
});

const fileSchema = z
  .array(organisationSchema)
  .min(1)
  .refine((entries) => new Set(entries.map(({ code }) => code)).size === entries.length, 'The same code stands there twice.');

export class UnreadableOrganisationsFileError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'UnreadableOrganisationsFileError';
  }
}

/** A JSON list of organisations. Every fault is told at once; nothing that gives a right has a default. */
export function readOrganisationsFile(content: string): AgencyEntry[] {
  const checked = fileSchema.safeParse(parseJson(content));
  if (checked.success) return checked.data;
  throw new UnreadableOrganisationsFileError(checked.error.issues.map(({ path, message }) => (path.length === 0 ? `The file must be a JSON list of organisations: ${message}` : `${path.join('.')}: ${message}`)));
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
