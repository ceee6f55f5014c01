import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { governmentsQuery } from "../../shared/api/queries";
import { number } from "../../shared/lib/time";
import type { CaseFile } from "./case";
import { whereabouts, type Whereabouts } from "./geometry";
import css from "./Place.module.css";
import { PlaceMap } from "./PlaceMap";
import { placeOf, regionsQuery, type District } from "../../shared/api/regions";

/** Where the complaint is about: in words, and on a map where the government brought one. */
export function Place({ file }: { file: CaseFile }) {
  const { address, regionCode, lat, lon, government } = file;
  const pin = lat !== undefined && lon !== undefined ? [lon, lat] : undefined;
  const placed = regionCode !== undefined || pin !== undefined;
  const { data: regions } = useQuery({ ...regionsQuery(government), enabled: placed });
  if (!address && !placed) {
    return null;
  }
  const districts = regions?.districts ?? [];
  const { district, village } = placeOf(districts, regionCode);
  const found = pin && whereabouts(districts, (regions?.accuracy ?? 0) / 1000, pin, district);
  const drawn = districts.some(({ polygons }) => polygons.length > 0);
  const words = <Words file={file} district={district} village={village} />;
  return (
    <div className={css.place}>
      {drawn && placed ? (
        <Mapped
          government={government}
          districts={districts}
          named={district}
          found={found}
          pin={pin}
          source={regions?.source}
        >
          {words}
        </Mapped>
      ) : (
        <div className={css.words}>{words}</div>
      )}
    </div>
  );
}

function Words({
  file: { address, regionCode, lat, lon },
  district,
  village,
}: { file: CaseFile } & ReturnType<typeof placeOf>) {
  const { t } = useTranslation();
  return (
    <>
      {address && (
        <p id="case-address">
          {t("Lokasi")}: {address}
        </p>
      )}
      {regionCode && (
        <p>
          <span id="case-region">{regionName()}</span>
          {district && (
            <>
              {" "}
              <span className="number">{regionCode}</span>
            </>
          )}
        </p>
      )}
      {lat !== undefined && lon !== undefined && (
        <p className={css.outside}>
          <span className="number">
            {lat.toFixed(5)}, {lon.toFixed(5)}
          </span>
          <a
            href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`}
            target="_blank"
            rel="noreferrer"
          >
            {t("Buka di OpenStreetMap (situs luar)")}
          </a>
        </p>
      )}
    </>
  );

  function regionName() {
    if (!district) {
      return <span className="number">{regionCode}</span>;
    }
    switch (village?.kind) {
      case "KELURAHAN":
        return t("Kelurahan {{village}}, Kecamatan {{district}}", { village: village.name, district: district.name });
      case "DESA":
        return t("Desa {{village}}, Kecamatan {{district}}", { village: village.name, district: district.name });
      default:
        return t("Kecamatan {{district}}", { district: district.name });
    }
  }
}

interface MappedProps {
  government: string;
  districts: District[];
  named: District | undefined;
  found: Whereabouts<District> | undefined;
  pin: number[] | undefined;
  source: string | undefined;
  children: React.ReactNode;
}

function Mapped({ government, districts, named, found, pin, source, children }: MappedProps) {
  const { t } = useTranslation();
  const name = useQuery(governmentsQuery).data?.find(({ id }) => id === government)?.name ?? government;
  const [close, setClose] = useState(false);
  const marked = named ?? (found && "district" in found ? found.district : undefined);
  const told = sentence();
  return (
    <>
      <figure className={css.figure}>
        <PlaceMap
          districts={districts}
          marked={marked}
          pin={pin}
          close={close}
          label={`${t("Peta kecamatan {{government}}.", { government: name })} ${marked ? t("Ditandai: Kecamatan {{district}}.", { district: marked.name }) : ""} ${told}`}
        />
        {source && (
          <figcaption className="hint">
            {t("Batas kecamatan")}: {source}
          </figcaption>
        )}
      </figure>
      <div className={css.words}>
        {children}
        <p id="case-whereabouts" data-is={found?.is}>
          {told}
        </p>
        {marked && (
          <button type="button" id="case-map-zoom" onClick={() => setClose(!close)}>
            {close ? t("Tampilkan seluruh wilayah") : t("Perbesar Kecamatan {{district}}", { district: marked.name })}
          </button>
        )}
      </div>
    </>
  );

  function sentence(): string {
    switch (found?.is) {
      case "inside":
        return t("Titiknya berada di Kecamatan {{district}}.", { district: found.district.name });
      case "border":
        return t("Titiknya berada di sekitar batas Kecamatan {{district}}.", { district: found.district.name });
      case "elsewhere":
        return t("Titiknya berada di Kecamatan {{district}}, bukan di Kecamatan {{named}} yang disebut dalam aduan.", {
          district: found.district.name,
          named: found.named.name,
        });
      case "outside":
        return t("Titiknya berada di luar wilayah {{government}}, sekitar {{km}} km dari batasnya.", {
          government: name,
          km: number(Math.round(found.km)),
        });
      default:
        return t("Berkas ini tidak memuat titik koordinat.");
    }
  }
}
