import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InputIssues } from './input-issues.js';
import { reviewMonth } from './review-month.js';

const NOW = new Date('2026-05-31T23:59:59Z');

function asked(month: string | null): { month: string; issues: readonly { path: string }[] } {
  const issues = new InputIssues();
  return { month: reviewMonth(month, NOW, 'suspect.reviewMonth', issues), issues: issues.list };
}

describe('the review month of a part about a person', () => {
  it('is five years ahead unless an earlier one is asked for', () => {
    expect(asked(null)).toEqual({ month: '2031-05', issues: [] });
    for (const month of ['2026-05', '2028-12', '2031-05']) expect(asked(month)).toEqual({ month, issues: [] });
  });

  it.each(['2026-04', '2031-06', '2026-13', '2026', '2026-06-01', ''])('is not "%s"', (month) => {
    expect(asked(month).issues).toMatchObject([{ path: 'suspect.reviewMonth' }]);
  });
});
