import { Component, type ReactNode } from 'react';
import { Notice } from './Notice';

/** In place of an empty page, when one of our own mistakes ends the page that is shown. */
export class Safe extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? (
      <Notice kind="problem">
        This page has made a mistake. What you typed is kept. <button type="button" onClick={() => window.location.reload()}>Load it again</button>
      </Notice>
    ) : (
      this.props.children
    );
  }
}
