/** The parts of PatternFly that the page uses, each from its own folder: nothing else, and no other style, is bundled. */
export {
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  AlertGroup,
  type AlertProps,
} from '@patternfly/react-core/dist/esm/components/Alert';
export { Button } from '@patternfly/react-core/dist/esm/components/Button';
export { Card, CardBody, CardHeader, CardTitle } from '@patternfly/react-core/dist/esm/components/Card';
export { Checkbox } from '@patternfly/react-core/dist/esm/components/Checkbox';
export {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core/dist/esm/components/DescriptionList';
export { Divider } from '@patternfly/react-core/dist/esm/components/Divider';
export {
  Drawer,
  DrawerActions,
  DrawerCloseButton,
  DrawerContent,
  DrawerContentBody,
  DrawerHead,
  DrawerPanelBody,
  DrawerPanelContent,
} from '@patternfly/react-core/dist/esm/components/Drawer';
export { Dropdown, DropdownItem, DropdownList } from '@patternfly/react-core/dist/esm/components/Dropdown';
export {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/esm/components/EmptyState';
export {
  ActionGroup,
  Form,
  FormGroup,
  FormHelperText,
  FormSection,
} from '@patternfly/react-core/dist/esm/components/Form';
export { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/esm/components/FormSelect';
export { HelperText, HelperTextItem } from '@patternfly/react-core/dist/esm/components/HelperText';
export { Label, LabelGroup, type LabelProps } from '@patternfly/react-core/dist/esm/components/Label';
export {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
} from '@patternfly/react-core/dist/esm/components/Masthead';
export { MenuToggle, type MenuToggleElement } from '@patternfly/react-core/dist/esm/components/MenuToggle';
export { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/esm/components/Modal';
export { NumberInput } from '@patternfly/react-core/dist/esm/components/NumberInput';
export { Page, PageSection } from '@patternfly/react-core/dist/esm/components/Page';
export { Pagination } from '@patternfly/react-core/dist/esm/components/Pagination';
export { Popover } from '@patternfly/react-core/dist/esm/components/Popover';
export { Progress, ProgressMeasureLocation } from '@patternfly/react-core/dist/esm/components/Progress';
export { Radio } from '@patternfly/react-core/dist/esm/components/Radio';
export { SearchInput } from '@patternfly/react-core/dist/esm/components/SearchInput';
export { Skeleton } from '@patternfly/react-core/dist/esm/components/Skeleton';
export { SkipToContent } from '@patternfly/react-core/dist/esm/components/SkipToContent';
export { Spinner } from '@patternfly/react-core/dist/esm/components/Spinner';
export { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
export { Title } from '@patternfly/react-core/dist/esm/components/Title';
export {
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core/dist/esm/components/Toolbar';
export { Bullseye } from '@patternfly/react-core/dist/esm/layouts/Bullseye';
export { Grid, GridItem } from '@patternfly/react-core/dist/esm/layouts/Grid';
export { Stack } from '@patternfly/react-core/dist/esm/layouts/Stack';
