"""What a help code says, in sentences for whoever took the call."""

from dossiers.help_code import Light, State

TOPICS = {
    "disk": "Ổ đĩa", "home": "Dữ liệu", "backup": "Sao lưu", "sync": "Việc chờ gửi", "printer": "Máy in",
    "scanner": "Máy quét", "reader": "Đầu đọc mã", "line": "Đường truyền", "clock": "Đồng hồ",
    "certificate": "Chứng chỉ",
}  # fmt: skip

LIGHTS = {Light.UNKNOWN: "chưa xem", Light.GOOD: "ổn", Light.NOTE: "lưu ý", Light.BAD: "cần sửa"}


def lines(state: State) -> tuple[str, ...]:
    """Each fact on a line of its own, what must be mended first."""
    lights = sorted(state.lights.items(), key=lambda each: -each[1])
    return (
        "Phiên bản " + ".".join(map(str, state.version)),
        f"Chờ gửi: từ {state.unsent} việc, cũ nhất từ {state.oldest_unsent_h} giờ",
        f"Lỗi gần nhất: {state.last_error or 'không có'}",
        *(f"{TOPICS[topic]}: {LIGHTS[light]}" for topic, light in lights),
    )
