import {describe, expect, it} from 'vitest';
import {isConditionShaped, isDrugShaped, isProcedureShaped} from './morphology.js';

describe('endings', () => {
  it('of illnesses', () => {
    expect(['vasculitis', 'hyponatremia', 'retinopathy', 'endometriosis'].every(isConditionShaped)).toBe(true);
    expect(['diagnosis', 'sympathy', 'academia', 'purpose'].some(isConditionShaped)).toBe(false);
  });

  it('of operations and examinations', () => {
    expect(['sialadenectomy', 'cystoscopy', 'venography', 'otoplasty'].every(isProcedureShaped)).toBe(true);
    expect(['photography', 'program', 'geometry', 'telegram'].some(isProcedureShaped)).toBe(false);
  });

  it('of medicines', () => {
    expect(['trandolapril', 'eprosartan', 'tofacitinib', 'cefuroxacillin'].every(isDrugShaped)).toBe(true);
    expect(['protocol', 'april', 'johnson', 'concept'].some(isDrugShaped)).toBe(false);
  });
});
