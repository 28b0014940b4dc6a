import { useNavigate } from "@tanstack/react-router";
import { TEMPLATES, type Template } from "../../../../../books/charter/templates.ts";
import { t } from "../../../../../books/say.ts";
import { percentOf } from "../../../shared/format/rate.ts";
import { Chip } from "../../../shared/ui/Chip.tsx";
import { Disclosure } from "../../../shared/ui/Disclosure.tsx";
import { Plain } from "../../../shared/ui/Plain.tsx";
import { fromTemplate } from "../draft/draft.ts";
import { useFounding } from "../useFounding.ts";

/** Six kinds of co-op to begin with. */
export function TemplateStep() {
  return (
    <>
      <p className="mb-5 max-w-[46rem]">{t`Choose the kind that is nearest to what you have in mind. It fills in classes and figures that fit together; you can change every one of them in the next steps.`}</p>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {TEMPLATES.map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </ul>
    </>
  );
}

function TemplateCard({ template }: { template: Template }) {
  const { draft, change } = useFounding();
  const navigate = useNavigate();
  const chosen = draft.template === template.id;
  const choose = () => {
    if (!chosen) change(fromTemplate(draft, template));
    navigate({ to: "/found", search: { step: "purpose" } });
  };
  const { name, forWhom, about, classes, source } = template;
  return (
    <li className={`sheet flex flex-col gap-3 p-5 ${chosen ? "border-act!" : ""}`}>
      <h2 className="text-xl">
        {name} {chosen && <Chip tone="active">{t`Chosen`}</Chip>}
      </h2>
      <p className="font-semibold">{forWhom}</p>
      <p className="small">{about}</p>
      <p className="small text-muted">
        <Plain text={classes.map(({ name, weight }) => `${name} ${percentOf(weight)}`).join(", ")} />
      </p>
      <Disclosure label={t`Where it comes from`}>
        <p className="small text-muted">{source}</p>
      </Disclosure>
      <button type="button" className={`button mt-auto ${chosen ? "button-quiet" : "button-main"}`} onClick={choose}>
        {chosen ? t`Go on with it` : t`Begin with this`}
        <span className="sr-only">: {name}</span>
      </button>
    </li>
  );
}
