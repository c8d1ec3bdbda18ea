using System.Text;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>
/// The weights of Latin text to U+017F and of the signs that go with it, in the root order of Unicode's collations, which is that of English; found by asking MongoDB 3.6. What lies beyond
/// follows in the order of its code points, each a letter of its own.
/// </summary>
internal static class CollationTable
{
    private const int Known = 0x180;
    private const int FirstMark = 0x300;
    private const int LastMark = 0x36F;
    private const byte Plain = 1;
    private const byte Special = 60;

    // Each is a letter of its own, in this order.
    private const string Signs = "\t\n\v\f\r\u0085\u2028\u2029 _-‐‒–—―,;:!¡?¿.·'‘’‚‛‹›\"“”„«»()[]{}§¶@*/\\&#%‰†‡•`´^¯¨¸°©®+±÷×<=>¬|¦~−√∞≈≤≥¤¢$£¥₤€";

    // In order; the characters of one group differ at the third level.
    private const string Letters = "0 1¹ ½ ¼ 2² 3³ ¾ 4 5 6 7 8 9 aAª bB cC dD eE fF gG hH iI ı jJ kK lL mM nN ŋŊ oOº pP qQ ĸ rR sS tT ŧŦ uU vV wW xX yY zZ þÞ ŉ µ";

    // By accent, in order: the combining mark, then letters with it, each before its base.
    private static readonly string[] s_accents =
    [
        "\u0301áaÁAćcĆCéeÉEíiÍIĺlĹLńnŃNóoÓOŕrŔRśsŚSúuÚUýyÝYźzŹZ",
        "\u0300àaÀAèeÈEìiÌIòoÒOùuÙU",
        "\u0306ăaĂAĕeĔEğgĞGĭiĬIŏoŎOŭuŬU",
        "\u0302âaÂAĉcĈCêeÊEĝgĜGĥhĤHîiÎIĵjĴJôoÔOŝsŜSûuÛUŵwŴWŷyŶY",
        "\u030CčcČCďdĎDěeĚEľlĽLňnŇNřrŘRšsŠSťtŤTžzŽZ",
        "\u030AåaÅAůuŮU",
        "\u0308äaÄAëeËEïiÏIöoÖOüuÜUÿyŸY",
        "\u030BőoŐOűuŰU",
        "\u0303ãaÃAĩiĨIñnÑNõoÕOũuŨU",
        "\u0307ċcĊCėeĖEġgĠGİIżzŻZ",
        "\u0338đdĐDħhĦHłlŁLøoØO",
        "\u0327çcÇCģgĢGķkĶKļlĻLņnŅNŗrŖRşsŞSţtŢT",
        "\u0328ąaĄAęeĘEįiĮIųuŲU",
        "\u0304āaĀAēeĒEīiĪIōoŌOūuŪU",
    ];

    // Two letters in one, each before both; equal to them but at the second level.
    private const string Ligatures = "æaeÆAEœoeŒOEßssĳijĲIJ";

    private static readonly CollationElement[] s_first = new CollationElement[Known];
    private static readonly CollationElement[] s_second = new CollationElement[Known];
    private static readonly Dictionary<int, CollationElement> s_signs = [];
    private static readonly CollationElement[] s_marks = new CollationElement[LastMark - FirstMark + 1];

    static CollationTable()
    {
        var primary = 0;
        foreach (var sign in Signs)
        {
            s_signs.Add(sign, new CollationElement(++primary, Plain, Plain));
            if (sign < Known)
            {
                s_first[sign] = s_signs[sign];
            }
        }

        foreach (var group in Letters.Split(' '))
        {
            primary++;
            for (var i = 0; i < group.Length; i++)
            {
                s_first[group[i]] = new CollationElement(primary, Plain, (byte)(Plain + i));
            }
        }

        s_first['\u00A0'] = s_first[' '] with { Tertiary = Plain + 1 };
        AddAccents();
        AddLigatures();
        AddSpecial('ð', 'd');
        AddSpecial('Ð', 'D');
        AddSpecial('ŀ', 'l');
        AddSpecial('Ŀ', 'L');
        AddSpecial('ſ', 's');
    }

    /// <summary>The weights of a character; the second is all zero where one says all.</summary>
    internal static CollationElement Of(Rune character, out CollationElement second)
    {
        var value = character.Value;
        if (value < Known)
        {
            second = s_second[value];
            return s_first[value];
        }

        second = default;
        return value is >= FirstMark and <= LastMark ? s_marks[value - FirstMark]
            : s_signs.TryGetValue(value, out var sign) ? sign
            : new CollationElement(Known + value, Plain, Plain);
    }

    private static void AddAccents()
    {
        for (var mark = 0; mark < s_marks.Length; mark++)
        {
            s_marks[mark] = new CollationElement(Primary: 0, (byte)(Special + 1 + mark), Plain);
        }

        for (var i = 0; i < s_accents.Length; i++)
        {
            var accent = new CollationElement(Primary: 0, (byte)(Plain + 1 + i), Plain);
            s_marks[s_accents[i][0] - FirstMark] = accent;
            for (var letter = 1; letter < s_accents[i].Length; letter += 2)
            {
                s_first[s_accents[i][letter]] = s_first[s_accents[i][letter + 1]];
                s_second[s_accents[i][letter]] = accent;
            }
        }
    }

    private static void AddLigatures()
    {
        for (var i = 0; i < Ligatures.Length; i += 3)
        {
            s_first[Ligatures[i]] = s_first[Ligatures[i + 1]];
            s_second[Ligatures[i]] = s_first[Ligatures[i + 2]] with { Secondary = Plain + 1 };
        }
    }

    private static void AddSpecial(char letter, char likeness)
    {
        s_first[letter] = s_first[likeness];
        s_second[letter] = new CollationElement(Primary: 0, Special, Plain);
    }
}
