/** Where a claim about a vendor comes from, and what proves that the stand-in keeps it. */
export {contractsOf} from '../contracts/folder.js';
export {
  fidelityOf,
  type FidelitySources,
  type OperationFidelity,
  type Proof,
  type RuleFidelity,
  type VendorFidelity,
} from './fidelity.js';
export {testProofsIn, type TestProofs} from './named-tests.js';
export {problemsOf, type Proofs} from './problems.js';
export {selectedOf, type FidelitySelection} from './selection.js';
export type {StepProof} from './step-proofs.js';
export {fidelityText, type FidelityColors} from './text.js';
export {byWorkflow, counted, countsOf, firstSentence, marks, proofsText} from './wording.js';
