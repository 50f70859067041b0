import type { Directory } from '../shared/directory/directory.js';
import { CodedError } from '../shared/errors/coded-error.js';
import type { ViewerClaims } from '../shared/viewer/viewer.js';

/** What the register takes away from a token's claims. A purpose that may not be stated is an error, not a silence. */
export function capByRegister(directory: Pick<Directory, 'current'>): (claims: ViewerClaims) => ViewerClaims {
  return (claims) => {
    const register = directory.current();
    const capped = register.cap(claims);
    if (capped === null) throw new CodedError('UNAUTHENTICATED', 'Your organisation or you may not use the exchange now.');
    if (claims.purpose !== null && capped.purpose === null) {
      const purposes = register.organisation(claims.organisation)?.purposes ?? [];
      throw new CodedError('BAD_USER_INPUT', `Your organisation may not state the purpose "${claims.purpose}". It may state: ${purposes.join(', ')}.`);
    }
    return capped;
  };
}
