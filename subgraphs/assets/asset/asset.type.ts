import { Directive, Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { ActionRecordFields } from '../../../shared/record/action-record.type.js';
import { AssetHolding, CustodyMove } from '../custody/custody.type.js';
import { AssetIdentifiers } from '../identifiers/identifiers.type.js';
import { Money } from '../money/money.type.js';
import { OperationStub } from '../references/operation.stub.js';

@ObjectType({ description: 'One asset that an agency froze, seized or intercepted.' })
@Directive('@key(fields: "id")')
export class Asset extends ActionRecordFields {
  @Field(() => OperationStub, { nullable: true, description: 'The operation under which it was taken; null when there is none that you may see.' })
  operation!: OperationStub | null;

  @Field(() => CodedTerm, { description: 'Kind of asset (code list `assetKind`).' })
  kind!: CodedTerm;

  @Field(() => GraphQLDecimal, { description: 'How many or how much of it.' })
  quantity!: string;

  @Field(() => Money, { nullable: true, description: 'Its value as the originator stated it; null when none was stated.' })
  value!: Money | null;

  @Field(() => CodedTerm, {
    description: 'Where it stands in its custody chain (code list `custodyState`); of several parts the one that has gone the least way, see `holdings`.',
  })
  custodyState!: CodedTerm;

  @Field(() => CodedTerm, { description: 'How it was found: where its custody chain begins (code list `custodyState`).' })
  firstCustodyState!: CodedTerm;

  @Field(() => [AssetHolding], {
    description: 'Where its parts stand, at most one for each state, that with the most way to go first. They add up to its quantity and value.',
  })
  holdings!: AssetHolding[];

  @Field(() => [CustodyMove], { description: 'Its moves since it was found, by day, oldest first; retracted ones among them.' })
  custodyChain!: CustodyMove[];

  @Field(() => AssetIdentifiers, { nullable: true, description: 'By what it and its holder are recognised; null when withheld (see `withheld`) or not recorded.' })
  identifiers!: AssetIdentifiers | null;
}

export const AssetConnection = connectionType(Asset, 'Asset', 'assets');
