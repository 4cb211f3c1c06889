/** A refused request: what is wrong, with which field, and what cures it. */
export class Refusal extends Error {
  constructor(status, detail, field = '', cure = '') {
    super(detail);
    this.status = status;
    this.problem = { type: 'mock', title: TITLES[status] ?? 'Refused', status, detail, field, cure };
  }
}

const TITLES = {
  400: 'Invalid input',
  401: 'Not logged in',
  404: 'Not found',
  409: 'Not possible now',
  410: 'Gone',
  412: 'Changed by someone else',
  422: 'Unknown reference',
  503: 'Not available',
};
