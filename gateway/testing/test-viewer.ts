import { createViewer, type Viewer } from '../../shared/viewer/viewer.js';

export function testViewer(organisation = 'jp-ncb'): Viewer {
  return createViewer({
    subject: 'https://issuer.test|tanaka',
    organisation,
    roles: ['reader'],
    maxTlp: 'RED',
    purpose: null,
    caseReference: null,
  });
}
