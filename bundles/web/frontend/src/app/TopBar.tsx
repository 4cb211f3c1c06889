import {
  Button,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '../ui/patternfly';
import { ClusterLine } from '../cluster/ClusterLine';
import { ConnectionState } from '../cluster/ConnectionState';
import { Brand } from '../ui/Brand';

/** The line at the top: what this is, where the cluster stands, and who is logged in. */
export function TopBar({ user, onLogOut }: { user: string; onLogOut: () => void }) {
  return (
    <Masthead display={{ default: 'inline' }}>
      <MastheadMain>
        <MastheadBrand>
          <MastheadLogo component="span">
            <Brand />
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isStatic>
          <ToolbarContent>
            <ToolbarItem>
              <ClusterLine />
            </ToolbarItem>
            <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapMd' }}>
              <ToolbarItem>
                <ConnectionState />
              </ToolbarItem>
              <ToolbarItem data-testid="session-user">{user}</ToolbarItem>
              <ToolbarItem>
                <Button variant="secondary" size="sm" onClick={onLogOut} data-testid="log-out">
                  Log out
                </Button>
              </ToolbarItem>
            </ToolbarGroup>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
}
