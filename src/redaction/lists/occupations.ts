import {phrases} from './phrases.js';

/** Roles said of a person. Generic service roles (agent, driver, operator) are left out on purpose. */
export const occupations = phrases(`
accountant, actor, actress, architect, artist, attorney, author, babysitter, baker, banker, barber, barista, bartender,
biologist, bookkeeper, bricklayer, bus driver, business analyst, business owner, butcher, carpenter, cashier, ceo, cfo,
chef, chemist, chief executive officer, chief financial officer, chief technology officer, chief of staff,
civil engineer, cleaner, coach, consultant, cook, coo, copywriter, counselor, cto, dancer, data analyst,
data scientist, delivery driver, dentist, designer, developer, dietitian, director, director of marketing,
director of sales, doctor, economist, editor, electrician, elementary school teacher, engineer, farmer, fashion designer,
financial advisor, financial analyst, firefighter, fisherman, flight attendant, florist, gardener, general counsel,
general manager, geologist, graphic designer, hairdresser, high school teacher, historian, hr manager,
insurance broker, interior designer, interpreter, janitor, jeweler, journalist, judge, kindergarten teacher,
landscaper, lawyer, lecturer, librarian, lifeguard, locksmith, machinist, maid, managing director, marketing director,
marketing manager, mason, massage therapist, mathematician, mechanic, mechanical engineer, midwife, model, musician,
nanny, notary, novelist, nurse, nurse practitioner, nutritionist, occupational therapist, office manager,
operations manager, optician, painter, paralegal, paramedic, pastor, pediatrician, pharmacist, photographer,
physical therapist, physician, physicist, physiotherapist, pianist, pilot, plumber, poet, police officer, politician,
postman, preschool teacher, president, priest, product manager, product owner, professor, programmer, project manager,
psychiatrist, psychologist, real estate agent, receptionist, registered nurse, reporter, researcher, roofer, sailor,
sales director, sales manager, sales rep, sales representative, salesman, school principal, scientist, scrum master,
sculptor, secretary, security guard, senator, singer, social worker, software developer, software engineer, soldier,
solicitor, surgeon, surveyor, tailor, taxi driver, teacher, team lead, technician, therapist, tour guide, trainer,
translator, travel agent, truck driver, tutor, ux designer, veterinarian, vet, vice president, vp of sales,
vp of engineering, waiter, waitress, warehouse worker, web designer, web developer, welder, writer, zookeeper,
account executive, account manager, administrative assistant, analyst, art director, astronaut, biochemist,
cardiologist, chief operating officer, construction worker, creative director, customer success manager, dermatologist,
devops engineer, dispatcher, electrical engineer, executive assistant, head of sales, head of marketing, head of product,
illustrator, intern, investment banker, legal assistant, mail carrier, mayor, miner, neurologist, oncologist,
personal trainer, pharmacy technician, radiologist, realtor, recruiter, security analyst, store manager, supervisor,
tax advisor, teaching assistant, tennis coach, toolmaker, train driver, underwriter, yoga instructor
`);
