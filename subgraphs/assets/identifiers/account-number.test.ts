import { describe, expect, it } from '@jest/globals';
import { accountNumberFault } from './account-number.js';

describe('the number of an account', () => {
  it.each(['GB33BUKB20201555555555', 'gb33 bukb 2020 1555 5555 55', 'NA-0001', '1234567', 'INVENTED-ACCOUNT-1', 'JP120001234567890', 'Invented Bank GB33BUKB20201555555556'])('may be %s', (account) => {
    expect(accountNumberFault(account)).toBeNull();
  });

  it.each(['GB33BUKB20201555555556', 'gb33 bukb 2020 1555 5555 56', 'DE8937040044053201300', 'GB33BUKB2020155555555512'])('is no IBAN although it looks like one: %s', (account) => {
    expect(accountNumberFault(account)).toContain('looks like an IBAN');
  });
});
