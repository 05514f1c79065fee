using System.Text;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.TablesIn;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.TablesIn;

/// <summary>From a table as it was downloaded to events in the record, and back.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
[Parallelizable(ParallelScope.Fixtures)]
public class TableDeskTests(On on) : TableTest(on)
{
    [Test]
    public async Task A_downloaded_workbook_becomes_events_in_four_steps_and_its_rejected_row_comes_in_mended()
    {
        var li = await AsAsync("li");
        var page = await HandInAsync(li, DownloadedTable.Octets, DownloadedTable.Name);
        Assert.That(await SeeAsync(li, page), Does.Contain("待核对映射").And.Contain("双公示 行政处罚（2018 年标准）")
            .And.Contain("表头在第 2、3 行").And.Contain("第 4 行 → 行政处罚").And.Contain("罚款金额 5000 元")
            .And.Contain("第 7 行被拒：").And.Contain("合计行").And.Contain("编号：“行政相对人代码_1”列的"));
        Assert.That(await EventsAsync(), Is.Zero, "an upload changes nothing");

        await PostAsync(li, $"{page}/try");
        var tried = await UntilAsync(page, TableState.Tried);
        Assert.That((tried.Trial!.Read, tried.Trial.New, tried.Trial.Rejected, tried.Trial.Skipped.Single().Rows), Is.EqualTo((4, 3, 1, 1)));
        Assert.That(await SeeAsync(li, page), Does.Contain("新事件涉及 2 个主体，全部试算").And.Contain("等级会变的主体"));
        Assert.That(await EventsAsync(), Is.Zero, "nor does a trial");

        await PostAsync(li, $"{page}/keep");
        var kept = await UntilAsync(page, TableState.Kept);
        Assert.That((kept.Kept!.Read, kept.Kept.New, kept.Kept.ToMend, kept.KeptBy), Is.EqualTo((4, 3, 1, "person:li")));
        Assert.That(await EventsAsync(), Is.EqualTo(3));

        var rest = await (await li.AskAsync(HttpMethod.Get, $"{page}/to-mend.csv")).Content.ReadAsStringAsync();
        Assert.That(rest, Does.Contain(",行,原因,reason").And.Contain("被电子表格改成了科学计数"));
        var mended = await HandInAsync(li, Encoding.UTF8.GetBytes(rest.Replace("9.13501E+17", Codes.Of(9))), "改好.csv");
        Assert.That(await SeeAsync(li, mended), Does.Contain($"沿用“{DownloadedTable.Name}”的映射"));
        Assert.That((await ImportAsync(li, mended)).Kept!.New, Is.EqualTo(1));
        Assert.That(await EventsAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task The_rows_to_be_mended_are_a_workbook_too_that_is_read_as_it_stands()
    {
        var li = await AsAsync("li");
        var page = await HandInAsync(li, DownloadedTable.Octets, DownloadedTable.Name);
        await ImportAsync(li, page);
        var book = await (await li.AskAsync(HttpMethod.Get, $"{page}/to-mend.xlsx")).Content.ReadAsByteArrayAsync();
        var rows = Workbooks.Rows(book);
        Assert.That(rows[0][^3..], Is.EqualTo(new[] { "行", "原因", "reason" }));
        Assert.That((rows.Count, rows[1][0], rows[1][^3]), Is.EqualTo((2, "南塘食品厂", "7")));
        var again = await HandInAsync(li, book, "待改.xlsx");
        await PostAsync(li, $"{again}/try");
        var tried = await UntilAsync(again, TableState.Tried);
        Assert.That((tried.Trial!.Read, tried.Trial.Rejected), Is.EqualTo((1, 1)), "the same row for the same reason");
    }

    [Test]
    public async Task The_same_file_again_is_told_and_brings_nothing_twice()
    {
        var li = await AsAsync("li");
        await ImportAsync(li, await HandInAsync(li, DownloadedTable.Octets, DownloadedTable.Name));
        var again = await HandInAsync(li, DownloadedTable.Octets, "另一个名字.xlsx");
        Assert.That(await SeeAsync(li, again), Does.Contain($"同一个文件上传过： {DownloadedTable.Name}").And.Contain("已导入"));
        await PostAsync(li, $"{again}/try");
        var tried = await UntilAsync(again, TableState.Tried);
        Assert.That((tried.Trial!.New, tried.Trial.Known), Is.EqualTo((0, 3)));
        Assert.That((await PostAsync(li, $"{again}/keep")).Page, Does.Contain("没有可导入的新事件"));
        Assert.That(await EventsAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task An_id_with_other_content_is_a_conflict_before_and_after_and_the_row_is_to_be_mended()
    {
        var li = await AsAsync("li");
        await ImportAsync(li, await HandInAsync(li, DownloadedTable.Csv(3)));
        var other = await HandInAsync(li, DownloadedTable.Csv(5, fine: "0.2"));
        await PostAsync(li, $"{other}/try");
        var tried = await UntilAsync(other, TableState.Tried);
        Assert.That((tried.Trial!.New, tried.Trial.Conflicts), Is.EqualTo((2, 3)));
        await PostAsync(li, $"{other}/keep");
        var kept = await UntilAsync(other, TableState.Kept);
        Assert.That((kept.Kept!.New, kept.Kept.Conflicts), Is.EqualTo((2, 3)));
        var rest = await (await li.AskAsync(HttpMethod.Get, $"{other}/to-mend.csv")).Content.ReadAsStringAsync();
        Assert.That(rest.Split('\n').Count(line => line.Contains("id-taken")), Is.EqualTo(3));
        Assert.That((await Record.CountsAsync()).Quarantined, Is.EqualTo(3), "as of whoever sends such events");
    }

    [Test]
    public async Task Another_corrector_takes_back_what_was_new_and_nothing_else_and_nobody_his_own()
    {
        var zhang = await AsAsync("zhang");
        await ImportAsync(zhang, await HandInAsync(zhang, DownloadedTable.Csv(3)));
        var page = await HandInAsync(zhang, DownloadedTable.Csv(5));
        Assert.That((await ImportAsync(zhang, page)).Kept!.New, Is.EqualTo(2));
        var own = await PostAsync(zhang, $"{page}/undo", ("reason", "误传"));
        Assert.That((own.Status, own.Page), Is.EqualTo((409, own.Page)));
        Assert.That(own.Page, Does.Contain("导入的人不得自己撤销"));
        var wang = await AsAsync("wang");
        Assert.That((await PostAsync(wang, $"{page}/undo", ("reason", " "))).Page, Does.Contain("没有写明理由"));
        Assert.That((await PostAsync(wang, $"{page}/undo", ("reason", "误传"))).Status, Is.EqualTo(302));
        var undone = await UntilAsync(page, TableState.Undone);
        Assert.That((undone.Undone, undone.NotUndone, undone.UndoneBy), Is.EqualTo((2, 0, "person:wang")));
        Assert.That(await EventsAsync(), Is.EqualTo(7), "five penalties and two annulments");
        var annulled = (await Record.EventsAsync(new Enterprises.Subject("operator", Codes.Of(5)))).Select(each => each.Text);
        Assert.That(annulled.Count(text => text.Contains("\"annulled\"")), Is.EqualTo(1));
        Assert.That((await Record.EventsAsync(new Enterprises.Subject("operator", Codes.Of(1)))), Has.Count.EqualTo(1));
        var acts = (await Record.ActsAsync(new ActQuery(0, 100) { Target = undone.Target })).Select(each => each.Act.What);
        Assert.That(acts, Is.EqualTo(new[] { "table-handed-in", "table-tried", "table-kept", "table-events-kept", "table-undone" }));
    }

    [Test]
    public async Task Whose_key_sends_events_of_its_source_sees_no_table_of_others_and_undoes_none()
    {
        var li = await AsAsync("li");
        var key = await Service.KeyOf("chen", [Role.Ingest]);
        var page = await HandInAsync(li, DownloadedTable.Csv(2), "李的.csv");
        await ImportAsync(li, page);
        Assert.That((int)(await Service.AskAsync(key, HttpMethod.Get, page)).StatusCode, Is.EqualTo(404));
        Assert.That(
            await (await Service.AskAsync(key, HttpMethod.Get, "/tables-in")).Content.ReadAsStringAsync(), Does.Not.Contain("李的.csv"));
        Assert.That((await FormAsync(key, $"{page}/undo")).Status, Is.EqualTo(403));

        var own = await HandInAsync(key, DownloadedTable.Csv(2, "别的"));
        Assert.That((await TableAsync(own)).Mapping, Does.Contain("\"source\": \"bureau\""), "it sends of its own source alone");
        await FormAsync(key, $"{own}/mapping", ("mapping", (await TableAsync(own)).Mapping.Replace("\"bureau\"", "\"others\"")));
        await FormAsync(key, $"{own}/try");
        Assert.That((await UntilAsync(own, TableState.Tried)).Trial!.Reasons.Single().What.Zh, Does.Contain("只能报送来源 bureau"));
    }

    [Test]
    public async Task A_table_over_which_the_program_fails_holds_up_no_other()
    {
        var li = await AsAsync("li");
        var broken = await HandInAsync(li, DownloadedTable.Csv(2));
        var id = (await TableAsync(broken)).Id;
        await Restart(RecordInFront.Answering(nameof(ITableRecord.PieceAsync), arguments =>
            (string)arguments[0]! == id ? Task.FromException<TablePiece?>(new InvalidOperationException("broken")) : null));
        li = await AsAsync("li");
        await Record.KeepTableAsync((await Record.TableAsync(id))! with { Version = (await Record.TableAsync(id))!.Version + 1, State = "Trying" });
        var page = await HandInAsync(li, DownloadedTable.Octets, DownloadedTable.Name);
        Assert.That((await ImportAsync(li, page)).Kept!.New, Is.EqualTo(3));
        Assert.That((await TableAsync(broken)).State, Is.EqualTo(TableState.Trying));
    }

    [Test]
    public async Task A_program_does_the_same_by_the_API()
    {
        var key = await Service.KeyOf("chen", [Role.Ingest]);
        var body = new System.Text.Json.Nodes.JsonObject
        {
            ["name"] = "表.csv", ["file"] = Convert.ToBase64String(DownloadedTable.Csv(3)),
        };
        var table = await Service.AskAsync(key, HttpMethod.Post, "/v1/tables", body.ToJsonString()).ReadAsync();
        var path = $"/v1/tables/{table["id"]}";
        Assert.That(((string?)table["state"], (string?)table["by"]), Is.EqualTo(("ready", "person:chen")));
        await Service.AskAsync(key, HttpMethod.Post, $"{path}/try", "{}").ReadAsync();
        await RunningService.Until(async () => (string?)(table = await Service.AskAsync(key, HttpMethod.Get, path).ReadAsync())["state"] == "tried");
        Assert.That((int)table["trial"]!["new"]!, Is.EqualTo(3));
        await Service.AskAsync(key, HttpMethod.Post, $"{path}/keep", "{}").ReadAsync();
        await RunningService.Until(async () => (string?)(table = await Service.AskAsync(key, HttpMethod.Get, path).ReadAsync())["state"] == "kept");
        Assert.That((int)table["kept"]!["new"]!, Is.EqualTo(3));
        Assert.That((int)(await Service.AskAsync(key, HttpMethod.Post, $"{path}/undo", """{"reason":"误传"}""")).StatusCode, Is.EqualTo(403));
        var wrong = await Service.AskAsync(key, HttpMethod.Post, "/v1/tables", """{"name":"表.csv","file":"?"}""");
        Assert.That((int)wrong.StatusCode, Is.EqualTo(400));
    }

    [Test]
    public async Task What_is_no_table_is_told_in_the_readers_language_and_changes_nothing()
    {
        var li = await AsAsync("li");
        var page = await HandInAsync(li, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "旧.xls");
        Assert.That(await SeeAsync(li, page), Does.Contain("读不出来").And.Contain("另存为 .xlsx"));
        var hostile = await HandInAsync(li, Encoding.UTF8.GetBytes("a,b\n<script>alert(1)</script>,=cmd|' /C calc'!A0\n"), "<img src=x onerror=alert(1)>.csv");
        var raw = await (await li.AskAsync(HttpMethod.Get, hostile)).Content.ReadAsStringAsync();
        Assert.That(raw, Does.Not.Contain("<script>alert").And.Not.Contain("<img src=x"));
        Assert.That((int)(await li.PostFileAsync("/tables-in", "空.csv", [])).StatusCode, Is.EqualTo(422));
    }

    [Test]
    public async Task A_table_that_no_ready_mapping_knows_begins_with_a_kind_and_columns_are_chosen()
    {
        var li = await AsAsync("li");
        var page = await HandInAsync(li, Encoding.UTF8.GetBytes(
            $"序,企业信用码,事故日子,事故书号,死亡人数\nA-1,{Codes.Of(1)},2025-07-01,甲1号,2\nA-2,{Codes.Of(2)},2025-07-02,甲2号,0\n"), "事故.csv");
        Assert.That(await SeeAsync(li, page), Does.Contain("没有现成的映射合适"));
        await PostAsync(li, $"{page}/begin", ("with", "kind:accident"));
        var shown = (await Service.Services.GetRequiredService<TablePreviews>().OfAsync(await TableAsync(page)))!;
        Assert.That(shown.Flaws.Select(each => each.Name).Distinct(), Is.EqualTo(new[] { "column-missing" }));
        var chosen = shown.Columns.Select((column, at) => ($"c{at}", column.Name switch
        {
            "编号" => "序", "统一社会信用代码" => "企业信用码", "发生日期" => "事故日子", "文号" => "事故书号", "死亡人数" => "死亡人数",
            _ => column.Header ?? "",
        })).ToArray();
        await PostAsync(li, $"{page}/mapping", [.. chosen, ("header", "0"), ("source", "accidents"), ("act", "save")]);
        Assert.That(await SeeAsync(li, page), Does.Contain("第 2 行 → 质量安全事故").And.Contain("编号 A-1"));
        var kept = await ImportAsync(li, page);
        Assert.That(kept.Kept!.New, Is.EqualTo(2));
    }

    [Test]
    public async Task The_unit_the_header_and_the_text_of_a_mapping_are_as_a_person_says()
    {
        var li = await AsAsync("li");
        var page = await HandInAsync(li, DownloadedTable.Csv(2, fine: "5000"));
        var previews = Service.Services.GetRequiredService<TablePreviews>();
        var shown = (await previews.OfAsync(await TableAsync(page)))!;
        var at = shown.Columns.ToList().FindIndex(each => each.Name == "罚款金额");
        await PostAsync(li, $"{page}/mapping", ("header", "0"), ($"t{at}", "1"), ("act", "save"));
        shown = (await previews.OfAsync(await TableAsync(page)))!;
        Assert.That(shown.Events[0].Fields.Single(each => each.Label.Zh == "罚款金额").Value.Zh, Is.EqualTo("5000"));
        await PostAsync(li, $"{page}/mapping", ("header", "2"), ("act", "save"));
        shown = (await previews.OfAsync(await TableAsync(page)))!;
        Assert.That((shown.ChosenHeader, shown.Flaws.Count > 0), Is.EqualTo((2, true)), "row 2 is no header");
        await PostAsync(li, $"{page}/mapping", ("mapping", "{ \"id\": }"));
        Assert.That((await previews.OfAsync(await TableAsync(page)))!.Flaws, Is.Not.Empty);
        await PostAsync(li, $"{page}/begin", ("with", "ready:penalties-2018"));
        Assert.That((await previews.OfAsync(await TableAsync(page)))!.Flaws, Is.Empty);
        Assert.That((await PostAsync(li, $"{page}/begin", ("with", "ready:nothing"))).Status, Is.EqualTo(409));
        Assert.That((await PostAsync(li, $"{page}/keep")).Page, Does.Contain("还没有按现在的映射试导入"));
        Assert.That((await PostAsync(li, $"{page}/give-up")).Status, Is.EqualTo(302));
        Assert.That((await TableAsync(page)).State, Is.EqualTo(TableState.GivenUp));
        Assert.That(await Record.PieceAsync((await TableAsync(page)).Id, "file", 0), Is.Null);
    }

    [Test]
    public async Task Persons_without_a_key_are_rejected_with_that_reason_and_their_numbers_masked()
    {
        var li = await AsAsync("li");
        var page = await HandInAsync(li, Encoding.UTF8.GetBytes(
            "行政相对人名称,行政相对人类别,统一社会信用代码,自然人证件号码,处罚决定书文号,处罚类别,处罚决定日期\n"
            + "赵某,自然人,,11010519491231002X,试1号,警告,2025-07-01\n"));
        await PostAsync(li, $"{page}/try");
        var tried = await UntilAsync(page, TableState.Tried);
        Assert.That(tried.Trial!.Reasons.Single().What.Zh, Does.Contain("没有密钥"));
        var rest = await (await li.AskAsync(HttpMethod.Get, $"{page}/to-mend.csv")).Content.ReadAsStringAsync();
        Assert.That(rest + await SeeAsync(li, page), Does.Not.Contain("11010519491231002X"));
    }

    [Test]
    public async Task What_nobody_goes_on_with_is_forgotten_after_a_month_and_its_counts_stay()
    {
        var li = await AsAsync("li");
        var page = await HandInAsync(li, DownloadedTable.Octets, DownloadedTable.Name);
        await ImportAsync(li, page);
        var id = (await TableAsync(page)).Id;
        Assert.That(await Record.PieceAsync(id, "file", 0), Is.Null, "the file of an import that is done goes at once");
        Assert.That(await Record.PieceAsync(id, "rejected", 0), Is.Not.Null);
        Clock.Turn("2025-09-05");
        await RunningService.Until(async () => (await TableAsync(page)).IsForgotten);
        Assert.That(await Record.PieceAsync(id, "rejected", 0), Is.Null);
        Assert.That((await TableAsync(page)).Kept!.New, Is.EqualTo(3));
    }
}
