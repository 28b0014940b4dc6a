export { AddressesPage } from "./AddressesPage.tsx";
export { AuditPage } from "./AuditPage.tsx";
export { EventsPage } from "./EventsPage.tsx";
export { OfficesPage } from "./OfficesPage.tsx";
export { OpinionsPage } from "./OpinionsPage.tsx";
export { RulesPage } from "./RulesPage.tsx";
