// The money of the demo and of the tests: a euro that anyone can mint. Never part of a real deployment.
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

export default buildModule("TestEuro", (m) => ({ euro: m.contract("TestEuro") }));
