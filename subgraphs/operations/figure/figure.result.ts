import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Conflict, Forbidden, InvalidInput, NotFound, Receipt } from '../../../shared/graphql/outcomes.type.js';
import { ReportedFigure } from './figure.type.js';

@ObjectType({ description: 'The change is in the journal.' })
export class FigureAccepted {
  @Field(() => ReportedFigure, { nullable: true, description: 'The figure as you may read it now; null once retracted.' })
  figure!: ReportedFigure | null;

  @Field(() => Receipt, { nullable: true, description: 'Proof of the write; null when nothing was written because it had been before.' })
  receipt!: Receipt | null;

  @Field(() => Boolean, { description: 'Whether the same had been reported before; nothing was written this time.' })
  repeated!: boolean;
}

export const FigureResult = createUnionType({
  name: 'FigureResult',
  description: 'What became of a change to a reported figure.',
  types: () => [FigureAccepted, InvalidInput, Forbidden, NotFound, Conflict] as const,
});
