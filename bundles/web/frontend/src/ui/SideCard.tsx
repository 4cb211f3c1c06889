import type { ReactNode } from 'react';
import { Card, CardBody, CardTitle } from './patternfly';

/** A small card whose content scrolls when it is long; by keyboard too, hence the tab stop. */
export function SideCard({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <Card component="section" aria-label={title} isCompact>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody className="edog-scroll" tabIndex={0} role="region" aria-label={about}>
        {children}
      </CardBody>
    </Card>
  );
}
