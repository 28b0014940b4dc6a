// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title A token with the faults of real ones, each switched on by a test
/// @dev Cases 70 to 83. It calls whoever is set as `hook` before and after every transfer, as ERC-777 does.
contract WeirdToken {
    error Refused();

    enum Answer {
        True,
        False,
        None,
        Bomb,
        Burn
    }

    string public name;
    uint8 public immutable decimals;
    uint256 public totalSupply;
    mapping(address => uint256) private _parts;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(address => bool) public blocked;

    /// @dev What a transfer answers; how much of it disappears, in basis points; what balances are multiplied with, in
    /// hundredths (a rebase); who is told.
    Answer public answer;
    uint256 public fee;
    uint256 public scale = 100;
    bool public paused;
    bool public refusesZero;
    bool public guardsApproval;
    address public hook;

    constructor(string memory name_, uint8 decimals_) {
        (name, decimals) = (name_, decimals_);
    }

    function mint(address to, uint256 amount) external {
        _parts[to] += amount;
        totalSupply += amount;
    }

    function behave(Answer answer_, uint256 fee_, uint256 scale_, bool paused_) external {
        (answer, fee, scale, paused) = (answer_, fee_, scale_, paused_);
    }

    function refuse(bool zero, bool approvalRace) external {
        (refusesZero, guardsApproval) = (zero, approvalRace);
    }

    function setBlocked(address account, bool is_) external {
        blocked[account] = is_;
    }

    function setHook(address hook_) external {
        hook = hook_;
    }

    function balanceOf(address account) public view returns (uint256) {
        return (_parts[account] * scale) / 100;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        if (guardsApproval && amount != 0 && allowance[msg.sender][spender] != 0) revert Refused();
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        if (allowance[from][msg.sender] < amount) revert Refused();
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private {
        if (paused || blocked[from] || blocked[to] || (refusesZero && amount == 0)) revert Refused();
        if (hook != address(0)) _tell(from, to, amount);
        uint256 parts = (amount * 100) / scale;
        if (answer == Answer.False) _return(0);
        if (_parts[from] < parts) revert Refused();
        _parts[from] -= parts;
        _parts[to] += parts - (parts * fee) / 10_000;
        if (hook != address(0)) _tell(from, to, amount);
        if (answer == Answer.True) _return(1);
    }

    /// @dev With a hook that is set: what a recipient's code does, good or bad.
    function _tell(address from, address to, uint256 amount) private {
        if (answer == Answer.Burn && to == hook) {
            while (true) {}
        }
        if (answer == Answer.Bomb && to == hook) {
            assembly {
                revert(0, 1000000)
            }
        }
        if (hook.code.length != 0) IHook(hook).moved(from, to, amount);
    }

    function _return(uint256 value) private pure {
        assembly {
            mstore(0, value)
            return(0, 32)
        }
    }
}

interface IHook {
    function moved(address from, address to, uint256 amount) external;
}

/// @title A member's account with code: it acts for its owner, and calls what it is told when it is paid
contract Hooked is IHook {
    error Again();

    bool public caught;
    bytes public refusal;
    uint256 public seen;
    address private _target;
    bytes private _data;
    address private _watched;
    bytes private _reading;

    /// @notice What to call, and what to read, while tokens move.
    function plan(address target, bytes calldata data, address watched, bytes calldata reading) external {
        (_target, _data, _watched, _reading) = (target, data, watched, reading);
    }

    function act(address target, bytes calldata data) external {
        (bool ok, bytes memory answer) = target.call(data);
        if (!ok) {
            assembly {
                revert(add(answer, 32), mload(answer))
            }
        }
    }

    /// @notice The same call many times: for a long queue.
    function repeat(address target, bytes calldata data, uint256 times) external {
        for (uint256 i = 0; i < times; ++i) {
            (bool ok, ) = target.call(data);
            if (!ok) revert Again();
        }
    }

    function moved(address, address, uint256) external {
        if (_target != address(0)) {
            (bool ok, bytes memory answer) = _target.call(_data);
            if (!ok) (caught, refusal) = (true, answer);
        }
        if (_watched != address(0)) {
            (, bytes memory answer) = _watched.staticcall(_reading);
            seen = abi.decode(answer, (uint256));
        }
    }
}
