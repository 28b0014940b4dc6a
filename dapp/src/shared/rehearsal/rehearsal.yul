// Stands in for the Assembly during one `eth_call` (a state override), so that several calls are tried in their order. Nobody deploys it.
// dapp/src/shared/rehearsal/code.ts holds it compiled; test/dapp/rehearsal.test.ts compiles it again and compares.
object "Rehearsal" {
  code {
    // Without the mark it is the Assembly as ever: its own implementation stands in the last 20 bytes of this code.
    if iszero(eq(calldataload(0), 0x72656865617273616c0000000000000000000000000000000000000000000000)) {
      mstore(0, 0)
      codecopy(12, sub(codesize(), 20), 20)
      let implementation := mload(0)
      calldatacopy(0, 0, calldatasize())
      let well := delegatecall(gas(), implementation, 0, calldatasize(), 0, 0)
      returndatacopy(0, 0, returndatasize())
      if iszero(well) { revert(0, returndatasize()) }
      return(0, returndatasize())
    }
    // After the mark: target, value, length, data; again and again. Out comes for each: whether it went well, length, data.
    let out := 0
    for { let at := 32 } lt(at, calldatasize()) { } {
      let size := calldataload(add(at, 64))
      calldatacopy(out, add(at, 96), size)
      mstore(out, call(gas(), calldataload(at), calldataload(add(at, 32)), out, size, 0, 0))
      mstore(add(out, 32), returndatasize())
      returndatacopy(add(out, 64), 0, returndatasize())
      out := add(out, add(64, returndatasize()))
      at := add(at, add(96, size))
    }
    return(0, out)
  }
}
