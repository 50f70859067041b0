import { Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One thing that is wrong with an input.' })
@Directive('@shareable')
export class InputIssue {
  @Field(() => String, { description: 'The field, as a path into the input.' })
  path!: string;

  @Field(() => String, { description: 'What is wrong and how to mend it.' })
  message!: string;
}

/** How many faults an answer lists one by one. */
export const MOST_ISSUES = 20;

@ObjectType({ description: 'Nothing was written: the input is wrong. The first twenty faults are listed.' })
@Directive('@shareable')
export class InvalidInput {
  @Field(() => String, { description: 'A summary.' })
  message!: string;

  @Field(() => [InputIssue], { description: 'The faults; where there are more than twenty, the last item says how many more.' })
  issues!: InputIssue[];

  static of(issues: readonly InputIssue[]): InvalidInput {
    return Object.assign(new InvalidInput(), { message: `${countOf(issues)}; nothing was written.`, issues: [...issues] });
  }
}

@ObjectType({ description: 'Nothing was written: your role does not allow it.' })
@Directive('@shareable')
export class Forbidden {
  @Field(() => String, { description: 'Which role is needed.' })
  message!: string;

  static because(message: string): Forbidden {
    return Object.assign(new Forbidden(), { message });
  }
}

@ObjectType({ description: 'Nothing was written: there is nothing here that you may read. Absent and not yours are one answer.' })
@Directive('@shareable')
export class NotFound {
  @Field(() => String, { description: 'Always the same sentence.' })
  message!: string;

  static answer(): NotFound {
    return Object.assign(new NotFound(), { message: 'There is no such record that you may change.' });
  }
}

@ObjectType({ description: 'Nothing was written: the record is not as you read it, or the reference is taken by other content.' })
@Directive('@shareable')
export class Conflict {
  @Field(() => String, { description: 'What collides and what to do.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The version as it is now; null where no version applies.' })
  currentVersion!: string | null;

  static because(message: string, currentVersion: string | null = null): Conflict {
    return Object.assign(new Conflict(), { message, currentVersion });
  }
}

@ObjectType({
  description:
    "Signed proof that the journal holds the write, for the owner's files. Shown only to readers whom no ceiling hides a record of their own organisation from, because the number counts its entries.",
})
@Directive('@shareable')
export class Receipt {
  @Field(() => Int, { description: "Number of the entry in the owner's chain." })
  seq!: number;

  @Field(() => String, { description: 'SHA-256 of the entry, hexadecimal.' })
  hash!: string;

  @Field(() => String, { description: 'Ed25519 signature over chain, number and hash, base64url.' })
  signature!: string;
}

function countOf({ length }: readonly InputIssue[]): string {
  if (length > MOST_ISSUES) return `More than ${String(MOST_ISSUES)} fields are wrong`;
  return length === 1 ? 'One field is wrong' : `${String(length)} fields are wrong`;
}
