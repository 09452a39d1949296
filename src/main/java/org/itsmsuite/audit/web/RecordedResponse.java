package org.itsmsuite.audit.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.IntConsumer;

/** Tells the status of an answer before the first of its bytes is written, and no later. */
final class RecordedResponse extends HttpServletResponseWrapper {

  private final IntConsumer beforeTheFirst;
  private ServletOutputStream stream;
  private PrintWriter writer;

  /**
   * @param beforeTheFirst told the status, each time something is written; what it throws keeps
   *     that from being written
   */
  RecordedResponse(HttpServletResponse response, IntConsumer beforeTheFirst) {
    super(response);
    this.beforeTheFirst = beforeTheFirst;
  }

  private void tell() {
    beforeTheFirst.accept(getStatus());
  }

  @Override
  public void sendError(int status) throws IOException {
    beforeTheFirst.accept(status);
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    beforeTheFirst.accept(status);
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    beforeTheFirst.accept(SC_FOUND);
    super.sendRedirect(location);
  }

  @Override
  public void flushBuffer() throws IOException {
    tell();
    super.flushBuffer();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      stream = new Stream(super.getOutputStream());
    }
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      writer = new PrintWriter(new Text(super.getWriter()));
    }
    return writer;
  }

  /** What was begun is forgotten with the answer. */
  @Override
  public void reset() {
    super.reset();
    stream = null;
    writer = null;
  }

  private final class Stream extends ServletOutputStream {

    private final ServletOutputStream out;

    private Stream(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      tell();
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      tell();
      out.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      tell();
      out.flush();
    }

    @Override
    public void close() throws IOException {
      tell();
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }

  private final class Text extends FilterWriter {

    private Text(Writer out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      tell();
      out.write(one);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      tell();
      out.write(text, from, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      tell();
      out.write(text, from, length);
    }

    @Override
    public void flush() throws IOException {
      tell();
      out.flush();
    }
  }
}
