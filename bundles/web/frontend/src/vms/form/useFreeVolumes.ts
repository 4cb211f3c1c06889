import { useEffect, useState } from 'react';
import type { Volume } from '../../api/types';
import { useApi } from '../../live/LiveContext';
import { sayError } from '../../ui/toasts';

const MAX_OFFERED = 500;

/** The volumes that a VM could boot from: ready and attached to none. Null while they are being read. */
export function useFreeVolumes(): readonly Volume[] | null {
  const api = useApi();
  const [volumes, setVolumes] = useState<readonly Volume[] | null>(null);
  useEffect(() => {
    let gone = false;
    const show = (items: readonly Volume[]) => (gone ? undefined : setVolumes(items));
    api.volumes({ limit: MAX_OFFERED, sort: 'name' }).then(
      (page) => show(page.items.filter((volume) => volume.state === 'ready' && volume.attachedTo === '')),
      (error: unknown) => {
        sayError('The disks could not be read', error);
        show([]);
      },
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return volumes;
}
