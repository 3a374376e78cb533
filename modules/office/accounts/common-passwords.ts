/** Passwords of eight characters and more that head every published list of leaks, Chinese habits included. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 12345678910 123123123 1234512345 12341234 11223344 1122334455 112233445566 123321123 1234554321 12344321
   87654321 987654321 0987654321 9876543210 147258369 159357456 741852963 963852741 789456123 147852369 100200300 102030405060 5201314520
   13145200 52013145 520131499 1314520520 woaini1314 woaini520 woaini521 woaini123 woaini1314520 iloveyou iloveyou1 iloveyou2 iloveyou123 iloveyou520
   5211314520 aini1314 wodemima mima1234 zhanggui zhanggui123 nihao123 nihaoma1 wangyut2 a1234567 a12345678 a123456789 aa123456 aa12345678
   aaa123456 abc12345 abc123456 abc123456789 abcd1234 abcd12345 abcdefgh abcdefg1 abcde12345 1234abcd 123456abc 12345abc 123456aa 1234567a
   12345678a 123456789a 123456qq q1234567 q12345678 qq123456 qq123456789 qwer1234 qwerty12 qwerty123 qwerty1234 qwertyui qwertyuiop qwe123456
   qweasdzxc 1qaz2wsx 1qaz2wsx3edc 1qaz@wsx 1q2w3e4r 1q2w3e4r5t zaq12wsx zxcvbnm1 zxcvbnm123 asdfghjk asdfghjkl asdf1234 asd123456 zxc123456
   password password1 password12 password123 password! passw0rd p@ssword p@ssw0rd pass1234 admin123 admin1234 admin888 administrator root1234
   letmein1 welcome1 welcome123 monkey123 dragon123 football baseball basketball superman batman123 sunshine princess starwars trustno1
   whatever internet computer michelle jennifer changeme test1234 test12345 guest123 user1234 temp1234 default1 secret123 master123 shadow123
   hello123 hello1234 freedom1 charlie1 michael1 jordan23 samsung1 google123 facebook taobao123 weixin123 tencent1 alibaba1 china123 beijing2008
   zhang123 zhangwei wangwei123 liming123 lihua123 xiaoming 19871987 19881988 19891989 19901990 20082008 20202020 88888888 66668888 168168168`
    .split(/\s+/)
    .filter(Boolean),
)
