import { render } from 'preact';
import { AddressProvider } from './address/use-address.js';
import { DraftsProvider } from './recording/drafts.js';
import { App } from './shell/app.js';
import { readySignIns } from './session/ready-sign-ins.js';
import { SessionProvider } from './session/session.js';
import './styles/page.css';

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element #page.');
render(
  <AddressProvider>
    <SessionProvider signIns={readySignIns(document)}>
      <DraftsProvider>
        <App />
      </DraftsProvider>
    </SessionProvider>
  </AddressProvider>,
  page,
);
