import { Field, Int, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';

@ObjectType({ description: 'What of the public ledger an answer rests on, so that somebody else can ask the same of the same.' })
export class LedgerEvidence {
  @Field(() => CodedTerm, { description: 'Network (code list `ledgerNetwork`).' })
  network!: CodedTerm;

  @Field(() => Int, { nullable: true, description: 'Height of the highest block that is held; null while the ledger is empty. Blocks below it may be missing.' })
  height!: number | null;

  @Field(() => String, { description: 'SHA-256 of the ledger in its canonical order: equal content has one version, whatever files it came in.' })
  ledgerVersion!: string;
}
