import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InputIssues } from './input-issues.js';

function issuesOf(check: (issues: InputIssues) => void): string[] {
  const issues = new InputIssues();
  check(issues);
  return issues.list.map(({ path }) => path);
}

describe('InputIssues', () => {
  it('names every fault, and where in a list it is', () => {
    expect(
      issuesOf((issues) => {
        issues.text('reference', ' ');
        issues.text('name', 'x'.repeat(201));
        issues.countries('countries', ['JP', 'XQ', 'jp']);
        issues.codes('crimeTypes', 'crimeType', ['VOICE_PHISHING', 'TIME_THEFT']);
      }),
    ).toEqual(['reference', 'name', 'countries[1]', 'countries[2]', 'crimeTypes[1]']);
  });

  it('finds none where there is none', () => {
    expect(
      issuesOf((issues) => {
        issues.text('name', 'x'.repeat(200));
        issues.text('note', 'x'.repeat(201), 201);
        issues.country('country', 'NA');
        issues.code('measure', 'measure', 'ARRESTS');
      }),
    ).toEqual([]);
  });

  it.each([
    ['2026-05-04', true],
    ['2026-05-05', true],
    ['2026-05-06', false],
    ['2026-02-30', false],
    ['4 May 2026', false],
  ])('asks whether %s has come somewhere on earth by noon of 4 May in UTC: %p', (day, come) => {
    expect(issuesOf((issues) => { issues.pastDay('day', day, new Date('2026-05-04T12:00:00Z')); })).toEqual(come ? [] : ['day']);
  });
});
