import { Ctx, Query, Resolver } from 'type-graphql';
import { CODE_LIST_VERSION, codedTerm, codeLists } from '../../../shared/reference/code-lists.js';
import { assertViewer } from '../../../shared/viewer/viewer.js';
import type { AgenciesContext } from '../context.js';
import { CodeList } from './code-list.type.js';

@Resolver()
export class CodeListResolver {
  @Query(() => [CodeList], { description: 'The code lists. A public register.' })
  codeLists(@Ctx() { viewer }: AgenciesContext): CodeList[] {
    assertViewer(viewer);
    return codeLists().map(({ name, description, codes }) =>
      Object.assign(new CodeList(), {
        name,
        about: description,
        version: CODE_LIST_VERSION,
        terms: codes.map((code) => codedTerm(name, code)),
      }),
    );
  }
}
