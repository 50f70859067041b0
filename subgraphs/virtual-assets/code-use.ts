/** Officers choose from the code lists; a file keeps what its source says, known or not. */
export type CodeUse = 'LISTED' | 'AS_STATED';
