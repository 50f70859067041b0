import type { ClaimStatement } from '../../tally/claim-statement.js';

/** What an owner says now of its record and another; undefined where it says nothing. */
export function standingStatement(claims: readonly ClaimStatement[] | undefined, other: string): ClaimStatement | undefined {
  return claims?.find((statement) => statement.other === other && statement.until === null);
}

/** Takes back what was said of another record. What was said and taken back in one millisecond was said at no instant. */
export function withoutStatement(claims: readonly ClaimStatement[], other: string, at: Date): ClaimStatement[] {
  const until = at.toISOString();
  return claims.flatMap((statement) => {
    if (statement.other !== other || statement.until !== null) return [statement];
    return statement.from === until ? [] : [{ ...statement, until }];
  });
}

/** Says something of another record instead of what was said before. */
export function withStatement(claims: readonly ClaimStatement[], statement: Pick<ClaimStatement, 'other' | 'owner' | 'counts'>, at: Date): ClaimStatement[] {
  return [...withoutStatement(claims, statement.other, at), { ...statement, from: at.toISOString(), until: null }];
}
