const table = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌
negative_squared_cross_mark ❎|warning ⚠️|rotating_light 🚨|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|question ❓
grey_question ❔|exclamation ❗|grey_exclamation ❕|bangbang ‼️|information_source ℹ️|bulb 💡|bell 🔔|no_bell 🔕
mega 📣|loudspeaker 📢|speech_balloon 💬|thought_balloon 💭|email 📧|envelope ✉️|incoming_envelope 📨|mailbox 📫
inbox_tray 📥|outbox_tray 📤|package 📦|memo 📝|pencil 📝|pencil2 ✏️|page_facing_up 📄|clipboard 📋|bookmark 🔖
label 🏷️|link 🔗|paperclip 📎|pushpin 📌|round_pushpin 📍|calendar 📆|date 📅|spiral_calendar_pad 🗓️|clock1 🕐|clock3 🕒
stopwatch ⏱️|timer_clock ⏲️|hourglass ⌛|hourglass_flowing_sand ⏳|alarm_clock ⏰|key 🔑|old_key 🗝️|lock 🔒|unlock 🔓
closed_lock_with_key 🔐|lock_with_ink_pen 🔏|shield 🛡️|passport_control 🛂|identification_card 🪪|gear ⚙️|wrench 🔧
hammer 🔨|hammer_and_wrench 🛠️|toolbox 🧰|construction 🚧|test_tube 🧪|microscope 🔬|mag 🔍|mag_right 🔎|eyes 👀|eye 👁️
rocket 🚀|tada 🎉|sparkles ✨|star ⭐|star2 🌟|fire 🔥|zap ⚡|boom 💥|heart ❤️|broken_heart 💔|wave 👋|pray 🙏|clap 👏
raised_hands 🙌|ok_hand 👌|muscle 💪|point_right 👉|point_left 👈|point_up ☝️|point_down 👇|hand ✋|raised_hand ✋
smile 😄|smiley 😃|grin 😁|slightly_smiling_face 🙂|wink 😉|blush 😊|joy 😂|thinking_face 🤔|neutral_face 😐
disappointed 😞|cry 😢|sob 😭|rage 😡|scream 😱|sweat_smile 😅|sunglasses 😎|robot_face 🤖|ghost 👻|zzz 💤
bust_in_silhouette 👤|busts_in_silhouette 👥|office 🏢|classical_building 🏛️|house 🏠|bank 🏦|globe_with_meridians 🌐
earth_africa 🌍|computer 💻|desktop_computer 🖥️|iphone 📱|telephone_receiver 📞|phone ☎️|floppy_disk 💾|file_folder 📁
open_file_folder 📂|card_index_dividers 🗂️|file_cabinet 🗄️|wastebasket 🗑️|chart_with_upwards_trend 📈
chart_with_downwards_trend 📉|bar_chart 📊|money_with_wings 💸|receipt 🧾|credit_card 💳|moneybag 💰|ticket 🎫
recycle ♻️|repeat 🔁|arrows_counterclockwise 🔄|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|leftwards_arrow_with_hook ↩️|heavy_plus_sign ➕
heavy_minus_sign ➖|red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵
large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|large_green_square 🟩|large_red_square 🟥|red_square 🟥
large_yellow_square 🟨|small_blue_diamond 🔹|small_orange_diamond 🔸|checkered_flag 🏁|triangular_flag_on_post 🚩
waving_white_flag 🏳️|flag-no 🇳🇴|flag-gb 🇬🇧|sos 🆘|new 🆕|ok 🆗|free 🆓|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣
coffee ☕|seedling 🌱|evergreen_tree 🌲|snowflake ❄️|sunny ☀️|cloud ☁️|umbrella ☔|anchor ⚓|ship 🚢|bridge_at_night 🌉
`

const characters = new Map(
  table
    .trim()
    .split(/[\n|]/)
    .map((pair) => pair.split(' ') as [string, string]),
)

/** The character of an emoji's short name (`white_check_mark`), or `null` when it is not one of the common ones. */
export function emojiOf(name: string): string | null {
  return characters.get(name) ?? null
}
