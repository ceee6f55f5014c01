/** Of the chart library what bars need; it comes when the first chart does. */
import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

register([BarChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

export { init };
