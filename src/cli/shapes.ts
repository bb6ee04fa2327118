/**
 * What --json prints, in words: `{field,field?}` has these fields (`?`: not always), `[…]` is a list, `a|b` one or the other, `...{}` these fields as well.
 * A test holds every one of them against what its command really prints.
 */
const fields =
  'order,shop,shopName,status,money,total,currency,cancelable,placedAt,acceptBy,readyBy,updatedAt,reason,by,failure,rider,payment';
const changes = 'changes:[{change,of,id?,name?,field?,was?,now?,price?,in?}]';
const settings = 'name,zone,location,hours,holidays:[{day,name,hours?}],minimum,fees:[{fee,from?,within?}],area,lease';

const looked =
  'lines:[{line,item,name,quantity,choices:[{id,name,price,missing}],note,each,was,total,missing}],subtotal,fee,total,currency,toMinimum,differences,ready,stops:[{code,details}]';
const cart = `{shop,shopName,${looked},note,riderNote,quote,payment:{payment,state,total,lookAt,heldUntil},order,orderedAt,updatedAt}`;
const placed = '{order,payment,status,money,total,currency,placedAt,acceptBy,shop,shopName}';

const tally = 'orders,delivered,underway,canceled,taken,refunds,owed,revenue,acceptMs,cookMs,deliverMs,wholeMs';

const printJob = '{kind,shop,order,day,askedAt,reprint,mayBeOut,attempts,trouble}';

const ticket = `${fields},ticket,delivery,lines,note,lineNotes:[{line,note}],riderNote,address,name,phone`;

export const shapes = {
  cart,
  carts: `[${cart}]`,
  quotedCart: '{quote,lines,subtotal,fee,discount,total,currency,expiresAt,shop,shopName,differences}',
  /** Placed; with --to-cart the cart; with --dry-run what it would be. */
  again: `${placed}|${cart}|{shop,shopName,was,now,${looked}}`,
  usuals: '[{name,shop,shopName,lines:[{item,name,quantity,choices,note,total}],subtotal,currency}]',
  addresses: '[{label,text,location,riderNote,isDefault}]',
  cards: '[{label,card,isDefault}]',
  status: `{${fields}}`,
  placed,
  quoted:
    '{quote,lines:[{item,name,quantity,price,choices:[{group,id,name,price}],total}],subtotal,fee,discount,total,currency,expiresAt,shop,shopName}',
  kitchenBoard: `[{${ticket},done,allergy,rings,cookedSince,late,alarm:{kind,since,by,reason,stoppedAt}}]`,
  riderBoard: `[{${ticket}}]`,
  marked: `{${fields},done}`,
  allDay: '[{item,name,choices:[{id,name}],open,awaiting}]',
  acknowledged: '{shop,acknowledged}',
  presence: '{shop,state,since,screens}',
  printJob,
  printing: `{shop,printer:{address,columns,lang,prints},waiting:[${printJob}],unprinted:[${printJob}],days:[{day,printedAt}],test?}`,
  shopChanged: `{id,name,version,${changes}}`,
  shopImported: `{id,name,version,${changes},applied}`,
  sales: `{shop,name,from,to,zone,currency,total:{${tally}},canceled:[{reason,by,orders,amount}],by,rows:[{key,${tally}}]|[{key,name,quantity,undone,revenue}],print?:${printJob}}`,
  shopCreated: '{id,name,intake,version,items}',
  shopIntake: '{id,name,intake,until,item?,soldOutUntil?}',
  shopSettings: `{id,version,intake,until,${settings},categories,items,soldOut}`,
  shopFile: `{id,version,file}|{shop,version,${settings},options?,menu:[{category,items:[{id,name,price,about?,options?}]}]}`,
  event:
    '{specversion,id,source,type,subject,time,datacontenttype,position,schemaversion,streamversion,order?,causation,actor,actorid,trace?,data}',
  outbox:
    '{pending,oldestAgeMs,parked:[{order,consumer,event,attempts,error,type,partition}],scheduled,daemons:[{id,pid,startedAt,beatAt,consumers}]}',
} as const;
