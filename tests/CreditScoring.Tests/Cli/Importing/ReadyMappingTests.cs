using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing;
using CreditScoring.Importing.Mappings;
using CreditScoring.Tests.Workbench.Schemas;
using CreditScoring.Workbench.Schemas;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>Each ready mapping on a small table of the sort that it is for, as clerks write them.</summary>
public class ReadyMappingTests
{
    private const string A = "91350100M000100Y43";
    private const string B = "91440100MAT6PL332L";
    private const string Penalties = "行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,自然人证件号码,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额（万元）,没收违法所得、没收非法财物的金额（万元）,处罚决定日期,处罚有效期,公示截止期,处罚机关,备注";

    private static readonly EventCatalogue Catalogue = RepositoryFiles.Catalogue("rules");

    private Workbench bench = null!;

    public static IReadOnlyList<string> Names => ReadyMappings.Names;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench { Rules = RepositoryFiles.Path("rules") };
        Environment.SetEnvironmentVariable(PersonKey.Variable, "a key of tests, long enough");
    }

    [TearDown]
    public void TearDown()
    {
        Environment.SetEnvironmentVariable(PersonKey.Variable, null);
        bench.Dispose();
    }

    [TestCaseSource(nameof(Names))]
    public void A_ready_mapping_is_read_without_a_flaw_fits_its_schema_and_says_where_its_columns_are_from(string name)
    {
        var source = ReadyMappings.Of(name)!;
        var mapping = MappingReader.Read(source, Catalogue, out var flaws);
        Assert.That(flaws.Select(flaw => flaw.ToString()), Is.Empty);
        Assert.That(mapping!.Title, Is.Not.Null);
        var read = JObject.Parse(source.Text);
        Assert.That(((string?)read["basis"])?.Length, Is.GreaterThan(30));
        Assert.That(new SchemaCheck(JObject.Parse(RuleSchemas.Of(Catalogue)["mapping.schema.json"])).Accepts(read), Is.True);
    }

    [Test]
    public void Schema_and_reader_agree_on_300_seeded_mistakes_of_shape()
    {
        const int Seed = 20261130;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var check = new SchemaCheck(JObject.Parse(RuleSchemas.Of(Catalogue)["mapping.schema.json"]));
        var differ = new List<string>();
        for (var made = 0; made < 300;)
        {
            var document = JObject.Parse(ReadyMappings.Of(Names[random.Next(Names.Count)])!.Text);
            if (ShapeMistake.Make(document, random) is { } mistake)
            {
                made++;
                var text = document.ToString();
                MappingReader.Read(new SourceText("m.json", text), Catalogue, out var flaws);
                if (check.Accepts(JObject.Parse(text)) != (flaws.Count == 0))
                {
                    differ.Add($"{mistake}: {string.Join("; ", flaws)}");
                }
            }
        }

        Assert.That(differ.Distinct(), Is.Empty);
    }

    [Test]
    public void Penalties_of_2018_are_read_from_a_table_of_a_clerk()
    {
        Import("penalties-2018", $"""
            行政处罚信息（2026年2月）,,,,,,,,,,,,,,,,,
            {Penalties}
            石桥电器有限公司,法人及非法人组织,{A},李某,/,×市监处罚〔2026〕03号,产品质量,销售不合格产品,《产品质量法》第四十九条,罚款;没收违法所得,罚款5000元，没收300元,0.5,0.03,2026年2月5日,,2029/2/5,×市市场监督管理局,
            赵某某,自然人,/,/,11010519491231002X,×市监当罚〔2026〕12号,广告,发布违法广告,《广告法》,其他-警告,警告,/,/,20260209,,长期,×市市场监督管理局,
            合计,,,,,,,,,,,,,,,,,
            """.Replace("长期", "2027-02-09"));
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That(Event(0)["data"]!.ToString(Newtonsoft.Json.Formatting.None), Does.Contain("\"fine\":5000").And.Contain("\"confiscated\":300").And.Contain("[\"fine\",\"confiscation\"]").And.Contain("2029-02-05"));
        Assert.That((string?)Event(1)["subject"]!["kind"], Is.EqualTo("person"));
        Assert.That((string?)Event(1)["data"]!["person"], Is.EqualTo("natural"));
        Assert.That(string.Join("\n", bench.Events), Does.Not.Contain("11010519491231002X"));
    }

    [Test]
    public void Penalties_of_natural_persons_keep_neither_name_nor_number()
    {
        Import("penalties-persons", "姓名,证件类型,证件号码,决定书文号,违法行为类型,违法事实,处罚类别,处罚内容,罚款金额,决定日期,处罚机关\n赵某某,身份证,11010519491231002X,1号,广告,赵某某发布违法广告,罚款,罚款0.02万元,0.02,2026-02-05,局\n");
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That((string?)Event(0)["subject"]!["kind"], Is.EqualTo("person"));
        Assert.That((string?)Event(0)["data"]!["person"], Is.EqualTo("natural"));
        Assert.That((decimal)Event(0)["data"]!["fine"]!, Is.EqualTo(200));
        Assert.That(bench.Events[0], Does.Not.Contain("110105"));
    }

    [Test]
    public void A_fine_in_yuan_in_a_column_of_ten_thousands_is_seen_by_the_text_beside_it()
    {
        Import("penalties-2018", $"{Penalties}\n甲厂,法人及非法人组织,{A},,,1号,质量,,,罚款,罚款人民币5000元,5000,,2026-02-05,,,局,\n");
        Assert.That(Code, Is.EqualTo(1));
        Assert.That(Rejected, Does.Contain("是 50000000 元，而“处罚内容”写的是 5000 元：单位是元还是万元？"));
    }

    [Test]
    public void Penalties_of_2015_that_were_withdrawn_are_skipped()
    {
        const string Header = "CF_WSH,CF_CFMC,CF_CFLB1,CF_CFLB2,CF_SY,CF_YJ,CF_XDR_MC,CF_XDR_SHXYM,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT";
        Import("penalties-2015", $"{Header}\n1号,虚假宣传,罚款,没收非法财物,事由,依据,甲厂,{A},罚款一万元,2016/4/13,某局,0\n2号,虚假宣传,罚款,,事由,依据,甲厂,{A},罚款,2016/4/13,某局,1\n");
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That(bench.Events.Single(), Does.Contain("[\"fine\",\"confiscation\"]").And.Contain("2016-04-13"));
        Assert.That(bench.Messages, Does.Contain("skipped 1"));
    }

    [Test]
    public void Licences_are_granted_until_their_last_day_or_without_one()
    {
        const string Header = "行政相对人名称,行政相对人代码_1 (统一社会信用代码),行政许可决定书文号,许可证书名称,许可编号,许可决定日期,有效期自,有效期至,许可机关,当前状态";
        Import("licences-2018", $"{Header}\n甲厂,{A},许1号,食品生产许可证,SC1,2024/1/2,2024/1/2,2029/1/1,某局,0\n乙厂,{B},许2号,营业执照,,2024/1/2,,9999-09-09,某局,正常\n丙厂,{B},许3号,营业执照,,2024/1/2,,长期,某局,注销\n");
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That((string?)Event(0)["data"]!["validUntil"], Is.EqualTo("2029-01-01"));
        Assert.That(Event(1)["data"]!["validUntil"], Is.Null);
        Assert.That(bench.Events, Has.Length.EqualTo(2));
    }

    [Test]
    public void Failures_of_products_do_not_charge_a_producer_who_denies_the_goods()
    {
        const string Header = "序号,产品种类,受检单位,标称生产单位,标称生产单位所在地,产品名称,规格型号,生产日期/批号,主要不合格项目,承检机构,备注,统一社会信用代码,公告日期";
        Import("sampling-products", $"附件3,,,,,,,,,,,,\n电动自行车不合格产品,,,,,,,,,,,,\n{Header}\n1,电动自行车,某店,甲厂,某省,电动自行车,TD1,2023-01-02,\"整车质量,淋水涉水性能\",某院,,{A},2023.10.20\n2,电动自行车,某店,乙厂,某省,电动自行车,TD2,2023-01-03,制动性能,某院,企业称涉嫌假冒,{B},2023.10.20\n3,电动自行车,某店,乙厂,某省,电动自行车,TD3,/,制动性能*,某院,复检仍不合格,{B},2023.10.20\n");
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That(bench.Events, Has.Length.EqualTo(2));
        Assert.That((decimal)Event(0)["data"]!["failedItems"]!, Is.EqualTo(2));
        Assert.That((string?)Event(0)["data"]!["result"], Is.EqualTo("failed"));
    }

    [Test]
    public void Failures_of_food_are_read_by_their_sampling_number()
    {
        const string Header = "抽样编号,序号,标称生产企业名称,标称生产企业地址,被抽样单位名称,被抽样单位地址,食品名称,规格型号,商标,生产日期/批号,不合格项目║检验结果║标准值,分类,公告号,公告日期,备注,统一社会信用代码";
        Import("sampling-food", $"某市食品安全监督抽检不合格产品信息,,,,,,,,,,,,,,,\n（说明：仅指表中批次和所检项目）,,,,,,,,,,,,,,,\n{Header}\nGZJ1,1,甲食品厂,某省,某店,某路,绿豆糕,200克/袋,/,2026-03-01,霉菌║230CFU/g║≤150CFU/g；酸价||3.9||≤3,糕点,1号,2026/4/1,,{A}\n");
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That((string?)Event(0)["id"], Is.EqualTo("GZJ1"));
        Assert.That((decimal)Event(0)["data"]!["failedItems"]!, Is.EqualTo(2));
        Assert.That(Event(0)["data"]!["brand"], Is.Null);
    }

    [TestCase("abnormal", "abnormal-register")]
    [TestCase("serious", "serious-list")]
    public void A_list_gives_its_entries_and_its_removals_in_two_imports(string list, string named)
    {
        var table = $"企业名称,统一社会信用代码,列入原因,列入日期,列入机关,移出原因,移出日期,移出机关\n甲厂,{A},未按规定公示年度报告,2023年7月8日,某局,补报,2024-02-03,某局\n乙厂,{B},通过登记的住所无法联系,2023年7月8日,某局,/,/,/\n";
        Import($"{list}-entries", table);
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That(bench.Events, Has.Length.EqualTo(2).And.All.Contains($"\"list\":\"{named}\"").And.All.Contains("list-entry"));
        Import($"{list}-exits", table);
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That(bench.Events.Single(), Does.Contain("list-exit").And.Contain("2024-02-03").And.Contain("补报"));
    }

    [Test]
    public void The_register_gives_names_from_the_day_of_its_last_change()
    {
        Import("enterprise-register", $"序号,企业名称,统一社会信用代码,成立日期,核准日期,行业代码,企业规模\n1,石桥电器有限公司,{A},2019-03-04,2025年11月3日,C3857,小型\n2,乙店,{B},2020-01-02,2020-01-02,F5211,微型\n");
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That((string?)Event(0)["kind"], Is.EqualTo("profile"));
        Assert.That((string?)Event(0)["occurredOn"], Is.EqualTo("2025-11-03"));
        Assert.That(Event(0)["data"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"industry":"C3857","name":"石桥电器有限公司","registeredOn":"2019-03-04","scale":"small"}"""));
        Assert.That(bench.Messages, Does.Contain("no division of registration in the table"));
    }

    [Test]
    public void Complaints_are_read_without_who_complains()
    {
        Import("complaints-12315", $"登记编号,信息类型,登记时间,投诉人,联系电话,关键字,统一社会信用代码,核查结果\n1,投诉,2025-01-02 10:00:00,钱某,13800138000,食品,{A},\n2,举报,2025/1/3 9:30,孙某,13800138001,广告,{A},属实\n3,咨询,2025/1/3,李某,,,,\n");
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That(bench.Events, Has.Length.EqualTo(2).And.None.Contains("钱某").And.None.Contains("138"));
        Assert.That((bool)Event(1)["data"]!["upheld"]!, Is.True);
    }

    [Test]
    public void Recalls_say_who_began_them()
    {
        Import("recalls", $"召回编号,生产者,产品名称,召回数量,召回方式,召回开始日期,统一社会信用代码\nS2025M001,甲厂,儿童推车,\"1,200\",主动召回,2025年5月6日,{A}\n");
        Assert.That(Code, Is.EqualTo(0), bench.Messages + Rejected);
        Assert.That((string?)Event(0)["data"]!["form"], Is.EqualTo("voluntary"));
        Assert.That((decimal)Event(0)["data"]!["quantity"]!, Is.EqualTo(1200));
    }

    private int Code { get; set; }

    private string Rejected => bench.Has("table.csv.rejected.csv") ? bench.Read("table.csv.rejected.csv") : "";

    private JObject Event(int at) => JObject.Parse(bench.Events[at]);

    private void Import(string ready, string table)
    {
        bench.Write("table.csv", table.TrimEnd() + "\n");
        Code = bench.Import("table.csv", ready);
    }
}
