/** The general part of the house's synonyms: what things are called in English, in everyday speech, and what brands are called in both. */
export const generalWords = `
lipstick 口红 唇膏 65
lip_gloss 唇彩 唇釉 唇蜜 65
lip_balm 润唇膏 护唇膏 65
mascara 睫毛膏 65
eyeliner 眼线笔 眼线液 65
eyebrow_pencil brow_pencil 眉笔 65
eyeshadow eye_shadow 眼影 65
foundation 粉底液 粉底 65
concealer 遮瑕膏 遮瑕液 遮瑕 65
blush blusher 腮红 65
highlighter 高光 65
loose_powder setting_powder 散粉 蜜粉 65
pressed_powder compact_powder 粉饼 65
cushion 气垫 65
primer makeup_base 隔离霜 妆前乳 65
bb_cream bb霜 65
cc_cream cc霜 65
sunscreen sunblock 防晒霜 防晒乳 防晒 65
cleanser face_wash facial_cleanser 洗面奶 洁面乳 洁面 65
makeup_remover 卸妆水 卸妆油 卸妆 65
toner 爽肤水 化妆水 65
serum essence 精华 精华液 65
emulsion lotion 乳液 65
moisturizer moisturiser face_cream 面霜 65
cream > 面霜 65
eye_cream 眼霜 65
night_cream 晚霜 65
hand_cream 护手霜 65
face_mask sheet_mask facial_mask 面膜 65
mask > 面膜 65
sleeping_mask 睡眠面膜 65
eye_mask 眼膜 65
body_lotion body_cream 身体乳 65
body_wash shower_gel 沐浴露 65
shampoo 洗发水 洗发露 65
conditioner 护发素 65
hair_mask 发膜 65
perfume fragrance eau_de_parfum 香水 65
cologne 古龙水 65
deodorant antiperspirant 止汗露 止汗 65
soap 香皂 肥皂 皂 65
nail_polish 指甲油 65
cotton_pads 化妆棉 65
makeup_brush 化妆刷 65
razor shaver 剃须刀 65
aftershave 须后水 65
scrub exfoliator 磨砂膏 去角质 65
toothbrush 牙刷 65
toothpaste 牙膏 65
whitening brightening 美白 65
moisturizing hydrating 保湿 补水 65
anti_aging anti_wrinkle 抗皱 抗衰老 65
sensitive_skin 敏感肌 65
oil_control 控油 65
acne 祛痘 65
waterproof 防水 65
matte 哑光 65
men mens 男士 男 65
women womens 女士 女 65
kids children 儿童 65
baby 婴儿 宝宝 65
gift_set gift_box 礼盒 礼品盒 65
travel_size 旅行装 65
refill 替换装 65
dress 连衣裙 裙子 65
skirt 半身裙 短裙 65
shirt 衬衫 衬衣 65
blouse 女衬衫 65
jeans 牛仔裤 65
trousers pants 裤子 长裤 65
shorts 短裤 65
sweater jumper pullover 毛衣 针织衫 65
hoodie sweatshirt 卫衣 连帽衫 65
coat 大衣 外套 65
jacket 夹克 外套 65
down_jacket 羽绒服 65
suit 西装 西服 65
underwear 内衣 内裤 65
pajamas pyjamas 睡衣 家居服 65
socks 袜子 65
shoes 鞋子 鞋 65
sneakers trainers 运动鞋 球鞋 65
sandals 凉鞋 65
boots 靴子 65
slippers 拖鞋 65
hat cap 帽子 65
scarf 围巾 65
gloves 手套 65
belt 皮带 腰带 65
handbag 手提包 65
backpack rucksack 双肩包 背包 65
wallet purse 钱包 65
suitcase luggage 行李箱 拉杆箱 旅行箱 65
wristwatch 手表 腕表 65
watch > 手表 腕表 65
necklace 项链 65
earrings 耳环 耳钉 65
bracelet 手链 手镯 65
sunglasses 太阳镜 墨镜 65
umbrella 雨伞 65
mug 马克杯 65
cup 杯子 65
teacup 茶杯 65
teapot 茶壶 65
tea_set 茶具 65
vase 花瓶 65
plate dish 盘子 65
chopsticks 筷子 65
spoon 勺子 汤匙 65
fork 叉子 65
frying_pan 平底锅 煎锅 65
wok 炒锅 65
kettle 水壶 烧水壶 65
vacuum_flask 保温杯 保温瓶 65
water_bottle 水壶 水杯 65
lunch_box 饭盒 便当盒 65
cutting_board 砧板 菜板 65
apron 围裙 65
towel 毛巾 65
bath_towel 浴巾 65
blanket 毯子 毛毯 65
quilt duvet 被子 65
pillow 枕头 65
bedding 床品 床上用品 65
curtain 窗帘 65
rug carpet 地毯 65
desk_lamp 台灯 65
candle 蜡烛 65
chair 椅子 65
table desk 桌子 65
sofa couch 沙发 65
shelf 置物架 架子 65
mirror 镜子 65
storage_box 收纳盒 收纳箱 65
trash_can 垃圾桶 65
phone smartphone mobile 手机 65
phone_case 手机壳 手机套 65
charger 充电器 充电头 65
power_bank 充电宝 移动电源 65
charging_cable 数据线 充电线 65
headphones earphones earbuds headset 耳机 65
speaker 音箱 音响 65
keyboard 键盘 65
computer_mouse 鼠标 65
monitor 显示器 65
laptop 笔记本电脑 65
tablet 平板电脑 平板 65
camera 相机 照相机 65
printer 打印机 65
router 路由器 65
flash_drive u盘 优盘 65
memory_card 内存卡 存储卡 65
television tv 电视机 电视 65
refrigerator fridge 冰箱 65
washing_machine 洗衣机 65
air_conditioner 空调 65
vacuum_cleaner 吸尘器 65
hair_dryer 吹风机 电吹风 65
fan 风扇 电风扇 65
humidifier 加湿器 65
rice_cooker 电饭煲 电饭锅 65
bluetooth 蓝牙 65
wireless 无线 65
diapers nappies 纸尿裤 尿不湿 65
milk_powder 奶粉 65
stroller 婴儿车 推车 65
toy 玩具 65
snacks 零食 65
biscuits cookies 饼干 65
chocolate 巧克力 65
coffee 咖啡 65
honey 蜂蜜 65
nuts 坚果 65
cat_food 猫粮 65
dog_food 狗粮 65
yoga_mat 瑜伽垫 65
bicycle bike 自行车 单车 65
tent 帐篷 65
red 红色 65
white 白色 65
black 黑色 65
blue 蓝色 65
green 绿色 65
pink 粉色 粉红色 65
grey gray 灰色 65
cotton 纯棉 全棉 棉 65
linen 亚麻 65
silk 真丝 丝绸 蚕丝 65
wool 羊毛 65
cashmere 羊绒 65
leather 真皮 皮革 65
ceramic 陶瓷 65
porcelain 瓷器 65
wooden 实木 木质 65
bamboo 竹 65
glass 玻璃 65
stainless_steel 不锈钢 65
洗脸 > 洗面奶 洁面乳 洁面膏 洁面皂 洁面 85
洗脸奶 > 洗面奶 洁面乳 洁面膏 洁面 95
洗头 > 洗发水 洗发露 洗发乳 85
洗头水 > 洗发水 洗发露 洗发乳 95
洗头膏 > 洗发水 洗发露 洗发膏 95
洗澡 > 沐浴露 沐浴乳 沐浴液 浴液 85
擦脸油 > 面霜 润肤霜 乳液 85
抹脸油 > 面霜 润肤霜 乳液 85
脸霜 > 面霜 润肤霜 90
脸部 面部 脸
嘴唇 > 唇部 唇 80
护肤水 > 爽肤水 化妆水 柔肤水 90
底妆 > 粉底液 粉底 气垫 bb霜 80
出油 > 控油 清爽 75
痘痘肌 > 祛痘 控油 75
毛孔粗大 > 收缩毛孔 毛孔 80
干裂 > 滋润 修护 防裂 70
起皮 > 滋润 保湿 70
暗沉 > 提亮 亮肤 焕亮 75
法令纹 > 抗皱 紧致 淡化细纹 70
掉发 脱发 防脱 80
狐臭 > 止汗 爽身 抑汗 80
孕妈 孕妇
老人 > 中老年 老年人 老年 85
大容量 大瓶 家庭装 80
暖水杯 > 保温杯 90
开水瓶 暖瓶 热水瓶 90
杯垫 隔热垫 80
衣架 晾衣架 85
垃圾袋 清洁袋 85
抽纸 纸巾 面巾纸 85
洗洁精 洗涤灵 90
洗衣液 洗衣露 90
羽绒服 羽绒衣 90
牛仔裤 牛仔长裤 90
卫衣 连帽衫 85
毛衣 针织衫 80
文胸 胸罩 内衣 80
高跟鞋 细跟鞋 80
运动鞋 跑鞋 跑步鞋 球鞋 75
耳钉 耳环 耳饰 75
墨镜 太阳镜 太阳眼镜 90
手机支架 手机架 90
数据线 充电线 85
音箱 音响 85
优盘 u盘 闪存盘 90
鼠标垫 桌垫 75
纸尿裤 尿不湿 尿片 90
自行车 单车 脚踏车 85
海蓝之谜 la_mer lamer 95
赫莲娜 helena_rubinstein hr 95
希思黎 sisley 95
莱珀妮 la_prairie 95
汤姆福特 tom_ford tf 95
阿玛尼 giorgio_armani armani 95
纪梵希 givenchy 95
爱马仕 hermes 95
古驰 gucci 95
博柏利 巴宝莉 burberry 95
普拉达 prada 95
路易威登 louis_vuitton lv 95
芬迪 fendi 95
蔻驰 coach 95
迈克高仕 michael_kors mk 95
祖玛珑 jo_malone 95
芭比波朗 bobbi_brown 95
娜斯 纳斯 nars 95
玫珂菲 make_up_for_ever 95
黛珂 cosme_decorte decorte 95
肌肤之钥 cle_de_peau cpb 95
城野医生 dr_ci_labo 95
奥尔滨 albion 95
高丝 kose 95
雪肌精 sekkisei 95
丝芙兰 sephora 95
丽得姿 leaders 95
伊蒂之屋 爱丽小屋 etude_house 95
菲诗小铺 the_face_shop 95
谜尚 missha 95
思亲肤 skinfood 95
赫拉 hera 95
苏秘37 su37 95
修丽可 skinceuticals 95
贝德玛 bioderma 95
丝塔芙 cetaphil 95
适乐肤 cerave 95
欧舒丹 loccitane 95
欧树 nuxe 95
伊丽莎白雅顿 雅顿 elizabeth_arden 95
露华浓 revlon 95
封面女郎 covergirl 95
凡士林 vaseline 95
吉列 gillette 95
飘柔 rejoice 95
沙宣 vidal_sassoon sassoon 95
施华蔻 schwarzkopf 95
丝蕴 syoss 95
清扬 clear 90
力士 lux 95
舒肤佳 safeguard 95
六神 liushen 95
强生 johnsons johnson 95
高露洁 colgate 95
佳洁士 crest 95
舒适达 sensodyne 95
飞利浦 philips 95
博朗 braun 95
戴森 dyson 95
松下 panasonic 95
美的 midea 95
海尔 haier 95
格力 gree 95
西门子 siemens 95
博世 bosch 95
苹果 apple iphone 85
华为 huawei 95
小米 xiaomi 95
荣耀 honor 95
三星 samsung 95
索尼 sony 95
佳能 canon 95
尼康 nikon 95
联想 lenovo 95
惠普 hp 95
戴尔 dell 95
华硕 asus 95
罗技 logitech 95
安克 anker 95
倍思 baseus 95
漫步者 edifier 95
闪迪 sandisk 95
耐克 nike 95
阿迪达斯 阿迪 adidas 95
彪马 puma 95
新百伦 new_balance nb 95
匡威 converse 95
范斯 vans 95
斯凯奇 skechers 95
安德玛 under_armour ua 95
李宁 li_ning lining 95
安踏 anta 95
优衣库 uniqlo 95
飒拉 zara 95
李维斯 levis 95
北面 the_north_face tnf 95
哥伦比亚 columbia 95
卡西欧 casio 95
天梭 tissot 95
浪琴 longines 95
欧米茄 omega 95
劳力士 rolex 95
施华洛世奇 swarovski 95
周大福 chow_tai_fook ctf 95
潘多拉 pandora 95
雷朋 ray_ban 95
膳魔师 thermos 90
虎牌 tiger 90
象印 zojirushi 95
双立人 zwilling 95
苏泊尔 supor 95
九阳 joyoung 95
宜家 ikea 95
无印良品 muji 95
名创优品 miniso 95
乐扣乐扣 lock_lock locknlock 95
特百惠 tupperware 95
乐高 lego 95
帮宝适 pampers 95
好奇 huggies 90
花王 kao 90
美赞臣 mead_johnson 95
雀巢 nestle 95
星巴克 starbucks 95
立顿 lipton 95
费列罗 ferrero_rocher ferrero 95
欧珀莱 aupres 95
美加净 maxam 95
珀莱雅 proya 95
韩束 kans 95
丸美 marubi 95
薇诺娜 winona 95
完美日记 perfect_diary 95
花西子 florasis 95
`
