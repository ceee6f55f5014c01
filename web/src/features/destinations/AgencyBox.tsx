import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { matching, type Choice } from "./choices";
import css from "./AgencyBox.module.css";

interface AgencyBoxProps {
  id: string;
  label: string;
  choices: Choice[];
  chosen: Choice | undefined;
  choose: (choice: Choice | undefined) => void;
}

/**
 * A combobox with a list, by the pattern of ARIA: typing filters, arrows move, Enter chooses, Escape closes and then leaves
 * the field. Who types lets go of what was chosen, so that nothing is sent to where it was before.
 */
export function AgencyBox({ id, label, choices, chosen, choose }: AgencyBoxProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const found = open ? matching(choices, typed) : [];
  const active = found[at];
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const show = (first: number) => {
    setOpen(true);
    setAt(first);
  };
  const close = () => {
    setOpen(false);
    setAt(-1);
    setTyped("");
  };
  const take = (choice: Choice) => {
    choose(choice);
    close();
  };
  const move = (by: number) => {
    const count = matching(choices, typed).length;
    if (!open) {
      show(by > 0 ? 0 : count - 1);
    } else if (count > 0) {
      setAt((at + by + count) % count);
    }
  };
  const keys: Record<string, (event: KeyboardEvent<HTMLInputElement>) => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => active && take(active),
    Escape: ({ currentTarget }) => (open ? close() : currentTarget.closest("li")?.focus()),
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const act = keys[event.key];
    const sends = event.key === "Enter" && !open;
    if (act && !sends && !event.nativeEvent.isComposing) {
      event.preventDefault();
      act(event);
    }
  };

  return (
    <div className={css.box}>
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active && `${listId}-${at}`}
        placeholder={chosen?.name ?? t("Cari instansi")}
        value={open ? typed : (chosen?.name ?? "")}
        onClick={() => !open && show(-1)}
        onChange={({ target: { value } }) => {
          const letters = !open && chosen ? value.replace(chosen.name, "") : value;
          choose(undefined);
          setTyped(letters);
          show(letters.trim() === "" ? -1 : 0);
        }}
        onKeyDown={pressed}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={close}
      />
      {open && (
        <div className={css.list} ref={list} onMouseDown={(event) => event.preventDefault()}>
          <ul role="listbox" id={listId} aria-label={label}>
            {found.map((choice, index) => (
              <li
                key={`${choice.outside} ${choice.id}`}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                data-value={choice.id}
                onClick={() => take(choice)}
              >
                <span>
                  {choice.name}
                  {choice.abbreviation && choice.abbreviation !== choice.name && <b> {choice.abbreviation}</b>}
                </span>
                {choice.reason !== undefined ? (
                  <small>
                    {t(choice.group)}: {choice.reason}
                  </small>
                ) : (
                  choice.outside && <small>{t(choice.group)}</small>
                )}
              </li>
            ))}
          </ul>
          {found.length === 0 && (
            <p className="hint" role="status">
              {t("Tidak ada instansi yang cocok.")}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
