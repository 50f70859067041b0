import { Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { CurrencyReference } from '../../../shared/graphql/references/currency.reference.js';
import { codedTerm, codedTermOrNull } from '../../../shared/reference/code-lists.js';
import type { Subject } from './whole-bounds.js';

@ObjectType({ description: 'What is measured.' })
export class FigureSubject {
  @Field(() => CodedTerm, { description: 'The measure (code list `measure`).' })
  measure!: CodedTerm;

  @Field(() => CodedTerm, { nullable: true, description: 'For money: what happened to it (code list `meaning`).' })
  meaning!: CodedTerm | null;

  @Field(() => CodedTerm, { nullable: true, description: 'For money: which assets (code list `assetClass`).' })
  assetClass!: CodedTerm | null;

  @Field(() => CurrencyReference, { nullable: true, description: 'For money: the currency.' })
  currency!: CurrencyReference | null;

  static of({ measure, meaning, assetClass, currency }: Subject): FigureSubject {
    return Object.assign(new FigureSubject(), {
      measure: codedTerm('measure', measure),
      meaning: codedTermOrNull('meaning', meaning),
      assetClass: codedTermOrNull('assetClass', assetClass),
      currency: currency === null ? null : CurrencyReference.of(currency),
    });
  }
}
