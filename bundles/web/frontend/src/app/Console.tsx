import {
  Drawer,
  DrawerContent,
  DrawerContentBody,
  Grid,
  GridItem,
  Page,
  PageSection,
  SkipToContent,
  Stack,
  Title,
} from '../ui/patternfly';
import type { MouseEvent } from 'react';
import { ConnectionBanner } from '../cluster/ConnectionBanner';
import { EventSection } from '../events/EventSection';
import { HostSection } from '../hosts/HostSection';
import { useLive } from '../live/LiveContext';
import { TaskSection } from '../tasks/TaskSection';
import { useTaskToasts } from '../tasks/useTaskToasts';
import { VmDetail } from '../vms/detail/VmDetail';
import { VmDialogs } from '../vms/dialogs/VmDialogs';
import { useVmOperations } from '../vms/useVmOperations';
import { VmSection } from '../vms/VmSection';
import { TopBar } from './TopBar';
import { useOpenedVm } from './useOpenedVm';

const MAIN = 'edog-main';

/** The address' hash names the opened VM, so the link must not change it. */
function SkipLink() {
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(MAIN)?.focus();
  };
  return (
    <SkipToContent href={`#${MAIN}`} onClick={skip}>
      Skip to the virtual machines
    </SkipToContent>
  );
}

/** The whole page of someone who is logged in. */
export function Console({ user, onLogOut }: { user: string; onLogOut: () => void }) {
  const { dialog, closeDialog, begin } = useVmOperations();
  const { opened, open, close } = useOpenedVm();
  const vm = useLive((state) => state.vms.items.get(opened));
  const stale = useLive(({ connection }) => connection.phase === 'lost' || connection.phase === 'given-up');
  useTaskToasts();
  return (
    <Page
      masthead={<TopBar user={user} onLogOut={onLogOut} />}
      skipToContent={<SkipLink />}
      mainContainerId={MAIN}
      isContentFilled
    >
      <ConnectionBanner />
      <Drawer isExpanded={vm !== undefined} onExpand={() => undefined}>
        <DrawerContent panelContent={vm && <VmDetail vm={vm} onClose={close} onBegin={begin} />}>
          <DrawerContentBody>
            <PageSection isFilled className={stale ? 'edog-stale' : ''}>
              <Title headingLevel="h1" className="pf-v6-screen-reader">
                edog
              </Title>
              <Grid hasGutter>
                <GridItem span={12} xl={9}>
                  <VmSection opened={opened} onOpen={open} onBegin={begin} />
                </GridItem>
                <GridItem span={12} xl={3}>
                  <Stack hasGutter>
                    <HostSection />
                    <TaskSection />
                    <EventSection />
                  </Stack>
                </GridItem>
              </Grid>
            </PageSection>
          </DrawerContentBody>
        </DrawerContent>
      </Drawer>
      <VmDialogs dialog={dialog} onClose={closeDialog} />
    </Page>
  );
}
