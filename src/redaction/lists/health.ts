import {phrases} from './phrases.js';

/** Illnesses and states of health. */
export const conditions = phrases(`
acid reflux, acne, adhd, aids, alcoholism, alzheimer's, alzheimer's disease, anemia, anaemia, angina, anorexia, anxiety,
anxiety disorder, appendicitis, arrhythmia, arthritis, asthma, autism, bipolar disorder, brain tumor, breast cancer,
bronchitis, bulimia, cancer, cataracts, celiac disease, chickenpox, chlamydia, chronic fatigue, chronic fatigue syndrome, chronic pain,
cirrhosis, colon cancer, copd, covid, covid-19, crohn's disease, cystic fibrosis, dementia, dengue, depression,
dermatitis, diabetes, type 1 diabetes, type 2 diabetes, dyslexia, eczema, emphysema, endometriosis, epilepsy,
fibromyalgia, flu, gastritis, glaucoma, gonorrhea, gout, hay fever, hearing loss, heart attack, heart disease,
heart failure, hemophilia, hepatitis, hepatitis b, hepatitis c, herpes, high blood pressure, high cholesterol, hiv,
hypertension, hypothyroidism, hyperthyroidism, influenza, insomnia, irritable bowel syndrome, kidney disease,
kidney failure, kidney stones, leukemia, leukaemia, lung cancer, lupus, lyme disease, lymphoma, malaria, measles,
melanoma, meningitis, migraine, migraines, multiple sclerosis, muscular dystrophy, obesity, ocd, osteoarthritis,
osteoporosis, pancreatitis, panic attacks, panic disorder, parkinson's, parkinson's disease, peanut allergy, pneumonia,
postpartum depression, prostate cancer, psoriasis, ptsd, rheumatoid arthritis, scarlet fever, schizophrenia, sciatica,
scoliosis, seizures, sepsis, shingles, sickle cell disease, sinusitis, skin cancer, sleep apnea, stroke, syphilis,
tinnitus, tonsillitis, tuberculosis, ulcer, ulcerative colitis, urinary tract infection, vertigo, pregnant, pregnancy,
gestational diabetes, food poisoning, high fever, ovarian cancer, down syndrome, cerebral palsy, hernia, gallstones
`);

/** Medicines. */
export const drugs = phrases(`
acetaminophen, adderall, albuterol, allopurinol, alprazolam, ambien, amlodipine, amoxicillin, aspirin, atenolol,
atorvastatin, azithromycin, benadryl, botox, bupropion, cetirizine, ciprofloxacin, citalopram, clonazepam, codeine,
cortisone, diazepam, diclofenac, doxycycline, duloxetine, escitalopram, fentanyl, fluoxetine, furosemide, gabapentin,
heparin, humira, hydrochlorothiazide, hydrocodone, ibuprofen, insulin, ketamine, lamotrigine, levothyroxine, lexapro,
lipitor, lisinopril, lithium, loratadine, lorazepam, losartan, melatonin, metformin, methadone, methotrexate,
metoprolol, morphine, naproxen, omeprazole, oxycodone, oxycontin, ozempic, pantoprazole, paracetamol, paxil,
penicillin, prednisone, prednisolone, pregabalin, propranolol, prozac, ritalin, sertraline, simvastatin, tamoxifen,
tramadol, trazodone, tylenol, valium, venlafaxine, viagra, vicodin, warfarin, wegovy, xanax, zoloft, quetiapine,
risperidone, olanzapine, semaglutide, rosuvastatin, clopidogrel, montelukast, ventolin, advil, nyquil, epinephrine
`);

/** Examinations and treatments. */
export const procedures = phrases(`
amputation, angioplasty, appendectomy, biopsy, blood test, blood transfusion, bone marrow transplant, bypass surgery,
c-section, caesarean, cesarean section, cataract surgery, chemotherapy, chemo, colonoscopy, ct scan, cat scan, dialysis,
echocardiogram, ecg, ekg, endoscopy, gastric bypass, heart surgery, heart transplant, hip replacement, hysterectomy,
ivf, kidney transplant, knee replacement, knee surgery, laparoscopy, laser surgery, liver transplant, mammogram,
mastectomy, mri, mri scan, mri scans, open heart surgery, pap smear, physical therapy, physiotherapy, plastic surgery,
psychotherapy, radiation therapy, radiotherapy, root canal, spinal tap, tonsillectomy, ultrasound, vaccination,
vasectomy, x-ray, x-rays, xray, skin graft, stent, pacemaker implantation, hernia repair, back surgery, eye surgery,
wisdom tooth extraction, abortion, brain surgery, bone scan, pet scan, cardiac catheterization, intubation, lumbar puncture
`);
