import { describe, expect, it } from '@jest/globals';
import { CodedError } from './coded-error.js';

describe('CodedError', () => {
  it('shows its code and its sentence, and keeps its cause inside', () => {
    const error = new CodedError('CONFLICT', 'Somebody else changed it.', { cause: new Error('E11000 at mongodb://10.0.0.1') });
    expect(JSON.stringify(error)).toBe('{"message":"Somebody else changed it.","extensions":{"code":"CONFLICT"}}');
    expect(error.originalError?.message).toContain('E11000');
  });

  it('does not take over extensions that its cause carries', () => {
    const cause = Object.assign(new Error('inner'), { extensions: { code: 'INTERNAL', host: 'db-1' } });
    expect(new CodedError('UNAVAILABLE', 'Later.', { cause }).extensions).toEqual({ code: 'UNAVAILABLE' });
  });
});
