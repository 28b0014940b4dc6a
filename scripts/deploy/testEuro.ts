// The money of the demo: a euro that anyone can mint, and stop from reaching an account. Never part of a real deployment.
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

export default buildModule("TestEuro", (m) => ({ euro: m.contract("StoppableEuro") }));
