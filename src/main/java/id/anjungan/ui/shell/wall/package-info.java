/// Where walls are: monitors, the windows on them, and what becomes of them when a monitor comes or goes.
package id.anjungan.ui.shell.wall;
